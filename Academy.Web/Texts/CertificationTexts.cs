namespace Academy.Web.Texts;

/// <summary>Names the resource files of the texts about certificates and schemes.</summary>
public sealed class CertificationTexts;
