using Academy.Domain.Questions.Formats;

namespace Academy.Tests.Questions;

internal static class Messages
{
    /// <summary>What is said and where, without what was found of the question.</summary>
    public static ReadingMessage Bare(this ReadingMessage message) => message with { Fields = null, Draft = null };
}
