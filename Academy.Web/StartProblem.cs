using System.Net.Sockets;
using Academy.Domain.Data;
using Academy.Domain.Opening;

namespace Academy.Web;

/// <summary>
/// Why the program cannot start, in one line for whoever started it. What is not among these is a fault of the program, and shown with
/// all its inside, as is whatever fails later.
/// </summary>
internal static class StartProblem
{
    public static string? Of(Exception failure) => failure switch
    {
        OpeningException => Line(failure.Message),
        _ when failure.StoreTrouble is not null => Line(failure.GetBaseException().Message),
        IOException or UnauthorizedAccessException or SocketException => Line(failure.Message),
        // A settings file that is no JSON.
        InvalidDataException => Line($"{failure.Message} {failure.InnerException?.Message}"),
        _ => null,
    };

    private static string Line(string words) => $"The academy cannot open. {words.ReplaceLineEndings(" ").Trim()}";
}
