using System.Text;
using System.Xml;
using System.Xml.Linq;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Moodle;

/// <summary>Writes questions as Moodle's XML.</summary>
public sealed class MoodleXmlWriter
{
    private static readonly XmlWriterSettings Settings =
        new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    private readonly WritingLosses losses = new();
    private readonly XElement quiz = new("quiz");
    private string? category;

    private MoodleXmlWriter() { }

    public static QuestionExport Write(IReadOnlyList<DraftQuestion> questions)
    {
        var writer = new MoodleXmlWriter();
        foreach (var question in WritingOrder.Of(questions).SelectMany(question => WritingOrder.Apart(question, writer.losses)))
            writer.Add(question);
        return new(writer.Bytes(), writer.losses.All);
    }

    private void Add(DraftQuestion question)
    {
        if (question.Category != category)
        {
            quiz.Add(new XElement(
                "question", new XAttribute("type", "category"), new XElement("category", MoodleElements.Text(question.Category ?? ""))));
        }

        category = question.Category;

        var shown = QuestionProse.FileNames(question.Text);
        foreach (var file in question.Files.Where(file => !shown.Contains(file.Name))) losses.Add(question, WritingLoss.Files, file.Name);
        quiz.Add(new MoodleQuestionWriter(question, losses).Write());
    }

    private byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings)) new XDocument(quiz).Save(writer);
        return stream.ToArray();
    }
}
