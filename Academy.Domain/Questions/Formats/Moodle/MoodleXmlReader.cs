using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>Reads Moodle's XML. Questions of a type that has no place here are reported with the name of their type.</summary>
public static class MoodleXmlReader
{
    private const string CategoryType = "category";

    public static QuestionFile Read(string text, CancellationToken ct = default)
    {
        var (quiz, problem) = SafeXml.Read(text);
        if (quiz is null) return new QuestionFile(null, [], [problem!]);

        var sorter = new QuestionSorter();
        foreach (var element in quiz.Elements("question"))
        {
            ct.ThrowIfCancellationRequested();
            var question = new MoodleQuestion(element, ct);
            if (question.Type == CategoryType) Enter(question, sorter);
            else Sort(question, sorter);
        }

        return sorter.ToFile();
    }

    private static void Enter(MoodleQuestion category, QuestionSorter sorter)
    {
        sorter.Enter(category.Value("category") ?? "");
        if (category.Text("info") is { IsEmpty: false } description)
            sorter.Remark(0, category.Line, ReadingProblem.LeftOut, description.Plain);
    }

    private static void Sort(MoodleQuestion question, QuestionSorter sorter)
    {
        if (MoodleTypes.Read(question) is not { } text)
        {
            var sketch = MoodleTypes.Sketch(question);
            sorter.Report(
                question.Line,
                new(ReadingProblem.UnknownType, question.Type),
                Mending.Plain(sketch) with { Type = null, Key = "" },
                Draft(question, sketch, sorter));
            return;
        }

        var position = sorter.Position;
        if (!sorter.Sort(Draft(question, text, sorter), question.Problem ?? DraftRules.Problem(text))) return;

        foreach (var (problem, detail) in MoodleRemarks.On(question, text)) sorter.Remark(position, question.Line, problem, detail);
    }

    private static DraftQuestion Draft(MoodleQuestion question, QuestionText text, QuestionSorter sorter)
    {
        var shown = QuestionProse.FileNames(text).ToHashSet();
        return new DraftQuestion
        {
            Position = sorter.Position,
            Line = question.Line,
            Category = sorter.Category,
            Id = question.Id,
            Tags = question.Tags,
            Name = question.Name,
            Text = text,
            Files = [.. question.Files.Where(file => shown.Contains(file.Name))],
        };
    }
}
