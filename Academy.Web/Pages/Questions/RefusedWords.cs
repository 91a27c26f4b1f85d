using Academy.Domain.Questions.Versions;
using Academy.Web.Pages.Shared;
using Academy.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Academy.Web.Pages.Questions;

/// <summary>Says of questions that were left alone how many they are, why, and which, as far as a message has room.</summary>
public static class RefusedWords
{
    private const int MostNamed = 3;
    private const int LongestName = 40;

    extension(IStringLocalizer<BanksTexts> words)
    {
        /// <summary>One sentence for each reason.</summary>
        public IEnumerable<string> Refused(IEnumerable<RefusedQuestion> refused) => refused
            .GroupBy(question => (question.Refusal, question.Quiz))
            .Select(some => words.Refused(
                [.. some.Select(question => (question.Title, question.By))], words[$"Refusal.{some.Key.Refusal}", some.Key.Quiz ?? ""]));

        /// <summary>The sentence for one reason. What has no title is counted only.</summary>
        public string Refused(IReadOnlyList<(string? Title, string? By)> questions, string reason)
        {
            var named = questions.Where(question => question.Title is not null).Take(MostNamed).Select(q => words.NameOf(q.Title!, q.By));
            return string.Join(' ', [words["Refused", Count.Of(questions.Count), reason].Value, .. named]);
        }

        private string NameOf(string title, string? by) => Wording.Shortened(title, LongestName) is var name && by is not null
            ? words["Named.By", name, by]
            : words["Named", name];
    }
}
