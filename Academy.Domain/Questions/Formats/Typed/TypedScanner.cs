using System.Text.RegularExpressions;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>Goes through the lines of a typed text and cuts them into questions and lists of answers.</summary>
internal sealed partial class TypedScanner
{
    private const int LongestTitle = 30;
    private const int LargestJump = 5;
    private const int LongestQuestion = 60;

    private readonly IReadOnlyList<TypedLine> lines;
    private readonly NumberStyle? style;
    private readonly bool hasBlanks;
    private readonly List<TypedQuestion> questions = [];
    private readonly List<ReadingMessage> remarks = [];
    private readonly List<TypedHeading> sections = [];
    private TypedHeading? heading;
    private TypedHeading? pending;
    private TypedQuestion? current;
    private TypedMaterial? material;
    private TypedKeys? keys;
    private int keysFrom;
    private int last;
    private bool inInstructions;

    public TypedScanner(IReadOnlyList<TypedLine> lines)
    {
        this.lines = lines;
        style = StyleOf(lines);
        hasBlanks = lines.SkipWhile(line => line.IsBlank).Reverse().SkipWhile(line => line.IsBlank).Any(line => line.IsBlank);
    }

    public (IReadOnlyList<TypedQuestion> Questions, IReadOnlyList<ReadingMessage> Remarks) Scan(CancellationToken ct)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            ct.ThrowIfCancellationRequested();
            if (lines[at] is { IsBlank: false, IsNoise: false }) Take(at);
        }

        EndKeys();
        return (questions, remarks);
    }

    private void Take(int at)
    {
        var line = lines[at];
        if (line.BeginsInstructions && questions.Count == 0) inInstructions = true;
        else if (HeadingAt(at) is { } found) Begin(found, at);
        else if (IsTitleOfKeys(at)) BeginKeys(line.Text);
        else if (keys is null && line.Label is { Field: TypedField.Answer } label && ListsKeys(label.Rest))
            BeginKeys(line.Text, new TypedLine(line.Number, label.Rest));
        else if (keys is not null && !ResumesAt(at)) keys.Take(line);
        else if (TypedMaterial.Of(line.Text) is { } begun && !AwaitsMaterial) BeginMaterial(begun);
        else if (BeginsAt(at) is { } number) Begin(at, number);
        else if (current is not null) current.Take(line.Text);
        else if (material is not null) material.Take(line.Text);
        else remarks.Add(new ReadingMessage(0, line.Number, ReadingProblem.UnreadLines, line.Text));
    }

    /// <summary>A question that has neither options nor an answer yet brings its material itself.</summary>
    private bool AwaitsMaterial => current is { IsAnswered: false, IsTooLong: false } && TypedOptions.Cut(current.Body).Options.Count == 0;

    /// <summary>The kind of number that most likely counts questions, not what they ask.</summary>
    private static NumberStyle? StyleOf(IReadOnlyList<TypedLine> lines)
    {
        NumberStyle? style = null;
        var inAnswer = false;
        foreach (var line in lines.Where(line => !line.IsBlank && line.Heading is null))
        {
            var number = line.Numbered;
            if (number is null) inAnswer = line.Label is { Field: TypedField.Answer or TypedField.Explanation, Rest: "" };
            else if (!inAnswer && (style is null || number.Style < style)) style = number.Style;
        }

        return style;
    }

    private void Begin(TypedHeading found, int at)
    {
        current = null;
        material = null;
        inInstructions = false;
        if (keys is not null && !IsQuestionBelow(at) && (sections.Exists(found.IsLike) || AreKeysBelow(at))) keys.Begin(pending = found);
        else
        {
            EndKeys();
            heading = found;
            last = 0;
        }

        sections.Add(found);
    }

    private void Begin(int at, TypedNumbering number)
    {
        heading = pending ?? heading;
        EndKeys();
        inInstructions = false;
        last = number.Number > 0 ? number.Number : last + 1;
        if (material?.EndsBefore(last) == true) material = null;
        current = new TypedQuestion(lines[at].Number, number.Number > 0 ? number.Number : null, heading, material?.Text ?? "");
        current.Take(number.Rest);
        questions.Add(current);
    }

    private void BeginMaterial(TypedMaterial begun)
    {
        EndKeys();
        current = null;
        material = begun;
    }

    private void BeginKeys(string title, TypedLine? first = null)
    {
        EndKeys();
        current = null;
        keys = new TypedKeys(title);
        if (first is not null) keys.Take(first);
    }

    private void EndKeys()
    {
        if (keys is null) return;

        // A list belongs to the questions since the one before; a second list in a row to the same as the first.
        var since = questions.Skip(keysFrom).ToList();
        remarks.AddRange(keys.Apply(since.Count > 0 ? since : questions));
        keysFrom = questions.Count;
        (keys, pending) = (null, null);
    }

    /// <summary>A heading names a type, or is a Chinese number over numbered questions.</summary>
    private TypedHeading? HeadingAt(int at)
    {
        if (lines[at].Heading is { } typed && !(typed.Points is null && lines[at].Numbered is { Style: NumberStyle.Plain })) return typed;
        if (style is null or NumberStyle.Chinese
            || lines[at].Numbered is not { Style: NumberStyle.Chinese } number
            || current?.ListNumber is not null)
        {
            return null;
        }

        for (var below = at + 1; below < lines.Count; below++)
        {
            if (lines[below].Numbered is { } next)
            {
                return next.Style == style && number.Rest.Length <= LongestTitle
                    ? new TypedHeading(number.Rest, null, TypedHeading.PointsOf(number.Rest))
                    : null;
            }

            if (lines[below].Label is { Field: TypedField.Answer }) return null;
        }

        return null;
    }

    private bool IsTitleOfKeys(int at)
    {
        var text = lines[at].Text;
        if (text.Length > LongestTitle || !Title().IsMatch(text)) return false;

        if (Below(at) is not { } next) return false;
        if (keys is not null || TypedKeys.AreOn(next.Text)) return true;

        // Written answers of several questions that have none so far, rather than the points of one answer.
        var since = questions.Skip(keysFrom).ToList();
        return since.Count > 1 && since.TrueForAll(question => !question.HasKey) && next.Numbered is { Number: 1 };
    }

    private bool ListsKeys(string text) =>
        questions.Count > 1 && TypedKeys.AreOn(text) && (text.Contains('-') || text.Count(char.IsAsciiDigit) > 1);

    /// <summary>Whether questions go on behind a list of answers.</summary>
    private bool ResumesAt(int at) =>
        NumberAt(at) is { } number
        && (pending is not null || number.Number <= last + LargestJump)
        && number.Number > (pending is null ? last : 0)
        && HasParts(at);

    private bool AreKeysBelow(int at) => Below(at) is { } next && TypedKeys.AreOn(next.Text);

    /// <summary>The next line that says something, headings left out.</summary>
    private TypedLine? Below(int at)
    {
        for (var below = at + 1; below < lines.Count; below++)
        {
            if (lines[below] is { IsBlank: false, IsNoise: false } && lines[below].Heading is null) return lines[below];
        }

        return null;
    }

    private bool IsQuestionBelow(int at)
    {
        var below = Enumerable.Range(at + 1, lines.Count - at - 1).FirstOrDefault(n => !lines[n].IsBlank);
        return below > 0 && NumberAt(below) is not null && HasParts(below);
    }

    private TypedNumbering? NumberAt(int at) => lines[at].Numbered is { } number && number.Style == style ? number : null;

    private TypedNumbering? BeginsAt(int at)
    {
        var text = lines[at].Text;
        if (lines[at].Label is { Field: TypedField.Stem } label) return new TypedNumbering(NumberStyle.Plain, 0, label.Rest);
        if (NumberAt(at) is { } number) return Begins(number, at) ? number : null;
        if (style is not null || lines[at].Label is not null || (current is not null && OptionLine().IsMatch(text))) return null;

        var isNew = current is null
            ? HasParts(at)
            : (!hasBlanks || lines[at - 1].IsBlank) && (current.IsAnswered || (!current.IsTooLong && EndsAlone(current.Body)));
        return isNew ? new TypedNumbering(NumberStyle.Plain, 0, text) : null;
    }

    private bool Begins(TypedNumbering number, int at)
    {
        if (current is null) return !inInstructions || HasParts(at);

        var isNext = number.Number == last + 1;
        if (current.AwaitsList && number.Number == 1) return isNext && HasParts(at);
        if (current.ListNumber is { } list && number.Number == list + 1) return isNext && (lines[at - 1].IsBlank || HasParts(at));
        if (isNext) return true;
        return number.Number > last && number.Number <= last + LargestJump && current.ListNumber is null || HasParts(at);
    }

    /// <summary>Whether its key stands in its stem, so that no line with an answer will follow.</summary>
    private static bool EndsAlone(string body) =>
        new TypedStem(body).TakeVerdict(anywhere: false) is not null
        || (TypedOptions.Cut(body).Options.Count > 0 && new TypedStem(body).TakeLetters("") is not null);

    /// <summary>Whether options or an answer follow before the next number, so that it must be a question.</summary>
    private bool HasParts(int at)
    {
        var end = at + 1;
        while (end < Math.Min(lines.Count, at + LongestQuestion) && !EndsBlock(end, at)) end++;

        var pieces = TypedLabel.Cut(lines[at].Text).ToList();
        if (pieces.Count > 1
            && TypedNumbering.Of(pieces[0])?.Rest != ""
            && pieces.Exists(piece => TypedLabel.Of(piece) is { Field: TypedField.Answer }))
        {
            return true;
        }

        var block = lines.Skip(at).Take(end - at).ToList();
        return block.Skip(1).Any(line => line.Label is { Field: TypedField.Answer })
            || TypedOptions.Cut(string.Join('\n', block.Select(line => line.Text))).Options.Count > 1
            || (style is null && EndsAlone(lines[at].Text));
    }

    private bool EndsBlock(int end, int start) =>
        (style is null ? end > start + 1 && lines[end].IsBlank : NumberAt(end) is not null)
        || lines[end].Heading is not null
        || Title().IsMatch(lines[end].Text) && !TypedLabelEndsLine(end);

    /// <summary>答案： alone on its line, with the answer below.</summary>
    private bool TypedLabelEndsLine(int at) => lines[at].Label is { Field: TypedField.Answer };

    [GeneratedRegex(@"^[【\[（(]?(?:附[件录]?(?>\s*[:：]?\s*))?[^？?。]{0,20}?(?:参考|标准|正确|试题|习题"
        + @"|考试)?答案(?:(?>\s*[及与和、]?\s*)(?:解析|详解|评分标准|评分细则|分析))?(?:部分|一览表?|汇总|如下|表)?[】\]）)]?\s*[:：]?$")]
    private static partial Regex Title();

    [GeneratedRegex(@"^[（(]?[A-ZＡ-Ｚ]\s*[.．、:：)）]")]
    private static partial Regex OptionLine();
}
