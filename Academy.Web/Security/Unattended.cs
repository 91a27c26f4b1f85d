namespace Academy.Web.Security;

/// <summary>Marks an endpoint that pages ask by themselves: whoever is signed in is not taken for present by that.</summary>
public sealed class Unattended;
