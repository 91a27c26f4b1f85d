namespace Academy.Domain.Opening;

/// <summary>What keeps the academy from opening, in one line for whoever starts it.</summary>
public class OpeningException(string message, Exception? cause = null) : Exception(message, cause);
