using System.Globalization;
using System.Xml.Linq;
using Academy.Domain.Questions.Formats.Cloze;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>Writes one question as an element of Moodle's XML.</summary>
internal sealed class MoodleQuestionWriter(DraftQuestion question, WritingLosses losses)
{
    private readonly QuestionText text = question.Text;

    public XElement Write() => new(
        "question",
        new XAttribute("type", TypeName),
        question.Name is { } name ? MoodleElements.Named("name", name) : null,
        Prose("questiontext", TypeName == "cloze" ? new ClozeWriter(question, losses).Write() : text.Stem),
        Prose("generalfeedback", text.Explanation),
        text.Points is { } points ? new XElement("defaultgrade", points) : null,
        new XElement("penalty", 0),
        new XElement("hidden", 0),
        question.Id is { } id ? new XElement("idnumber", id) : null,
        Answers(),
        question.Tags.Count > 0 ? new XElement("tags", question.Tags.Select(tag => MoodleElements.Named("tag", tag))) : null);

    private string TypeName => text.Type switch
    {
        QuestionType.SingleChoice or QuestionType.MultipleChoice => "multichoice",
        QuestionType.TrueFalse => "truefalse",
        QuestionType.FillIn when text.Gaps.Count == 0 => "shortanswer",
        QuestionType.FillIn or QuestionType.Cloze => "cloze",
        QuestionType.Numerical => "numerical",
        QuestionType.Matching => "matching",
        QuestionType.Ordering => "ordering",
        QuestionType.ShortAnswer or QuestionType.Essay => "essay",
        _ => "description",
    };

    private object? Answers()
    {
        switch (TypeName)
        {
            case "multichoice":
                return new object[]
                {
                    new XElement("single", text.Type == QuestionType.SingleChoice),
                    new XElement("shuffleanswers", true),
                    new XElement("answernumbering", "abc"),
                    text.Options.Select(option => Choice(option, option.Text)),
                };
            case "truefalse":
                return text.Options.Select(option => Choice(option, option.Key));
            case "shortanswer":
                return new object[] { new XElement("usecase", text.MatchesCase ? 1 : 0), text.Answers.Select(Typed) };
            case "numerical":
                return text.Answers.Select(Typed);
            case "matching":
                return new object[] { new XElement("shuffleanswers", true), text.Pairs.Select(Pair) };
            case "ordering":
                return text.Options.Select((option, n) => Answer(n + 1, option.Text, null));
            case "essay":
                return Essay();
            default:
                losses.AddIf(text.Type == QuestionType.FillIn, question, WritingLoss.Type, $"{QuestionType.Cloze}");
                return null;
        }
    }

    private object[] Essay()
    {
        losses.AddIf(text.Type == QuestionType.ShortAnswer, question, WritingLoss.Type, $"{QuestionType.Essay}");
        losses.AddIf(
            text.Criteria.Any(criterion => criterion.Points != 1 || criterion.Words.Count > 0 || criterion.Text.Contains('\n')),
            question,
            WritingLoss.Criteria);
        return
        [
            new XElement("responseformat", "editor"),
            new XElement("responserequired", 1),
            new XElement("responsefieldlines", 10),
            new XElement("attachments", 0),
            Prose("graderinfo", string.Join('\n', text.Criteria.Select(criterion => criterion.Text))),
        ];
    }

    private XElement Choice(Option option, Prose shown) => Answer(option.Weight, shown, option.Feedback);

    private XElement Typed(TypedAnswer answer)
    {
        var element = Answer(answer.Weight, answer.Text, answer.Feedback);
        if (answer.Tolerance is { } tolerance) element.Add(new XElement("tolerance", tolerance));
        return element;
    }

    private XElement Answer(decimal fraction, Prose shown, Prose? feedback)
    {
        var element = Prose("answer", shown);
        element.Add(
            new XAttribute("fraction", fraction.ToString(CultureInfo.InvariantCulture)),
            Prose("feedback", feedback ?? Texts.Prose.Empty));
        return element;
    }

    private XElement Pair(Pair pair)
    {
        losses.AddIf(pair.Right.Html is not null, question, WritingLoss.Formatting);
        var element = Prose("subquestion", pair.Left);
        element.Add(new XElement("answer", MoodleElements.Text(pair.Right.Plain)));
        return element;
    }

    private XElement Prose(string name, Prose prose) => MoodleElements.Prose(name, prose, question.Files);
}
