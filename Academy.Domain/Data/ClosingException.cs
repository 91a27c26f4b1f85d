namespace Academy.Domain.Data;

/// <summary>The academy is being stopped and takes no more: whoever comes again soon finds it open once more.</summary>
public sealed class ClosingException(Exception cause) : Exception("The academy is being stopped.", cause);
