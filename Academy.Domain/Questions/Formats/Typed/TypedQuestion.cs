using Academy.Domain.Questions.Formats.Written;
using Academy.Domain.Questions.Texts;

namespace Academy.Domain.Questions.Formats.Typed;

/// <summary>The lines of one question of a typed text, sorted by their labels as they come.</summary>
internal sealed class TypedQuestion(int line, int? number, TypedHeading? heading, string material)
{
    private readonly Dictionary<TypedField, List<string>> fields = [];
    private TypedField filling = TypedField.Stem;
    private int bodyLength;
    private string listedKey = "";
    private string listedExplanation = "";

    public int Line => line;
    public int? Number => number;
    public TypedHeading? Heading => heading;
    public string Material => material;

    /// <summary>The questions of a case, (1) (2) … below its material.</summary>
    public List<TypedQuestion> Parts { get; } = [];

    /// <summary>The last number of a list in its answer or explanation; null where there is none.</summary>
    public int? ListNumber { get; private set; }

    /// <summary>Whether the file gives it two keys that differ.</summary>
    public bool HasTwoKeys { get; private set; }

    public string Body => Text(TypedField.Stem);

    /// <summary>Whether it has more than any question may; how it ends is not looked at any more.</summary>
    public bool IsTooLong => bodyLength > QuestionRules.LongestText;
    public string LabeledKey => Text(TypedField.Answer);
    public string ListedKey => listedKey;
    public string Explanation =>
        string.Join('\n', new[] { Text(TypedField.Explanation), listedExplanation }.Where(text => text.Length > 0).Distinct());
    public bool HasKey => LabeledKey.Length > 0 || listedKey.Length > 0;
    public bool AwaitsList => filling is TypedField.Answer or TypedField.Explanation
        && !fields.GetValueOrDefault(filling, []).Exists(text => text.Length > 0);
    public bool IsAnswered => fields.ContainsKey(TypedField.Answer);

    public string Text(TypedField of) => fields.TryGetValue(of, out var lines) ? string.Join('\n', lines).Trim() : "";

    public void Take(string text)
    {
        if (Parts.Count > 0 || heading?.Type == WrittenType.Case)
        {
            if (TypedNumbering.Of(text) is { Style: NumberStyle.Bracketed } part && part.Number == Parts.Count + 1 && Body.Length > 0)
            {
                Parts.Add(new TypedQuestion(line, part.Number, null, ""));
                text = part.Rest;
            }

            if (Parts.Count > 0)
            {
                Parts[^1].Take(text);
                return;
            }
        }

        foreach (var piece in TypedLabel.Cut(text)) TakePiece(piece);
    }

    /// <summary>Takes what a list of answers elsewhere says.</summary>
    public void List(TypedKey key, bool explains)
    {
        var isExplanation = explains && HasKey && !key.IsPlain;
        if (isExplanation) listedExplanation = key.Key;
        else if (key.Key.Length > 0)
        {
            HasTwoKeys |= listedKey.Length > 0 && !TypedKey.AreAlike(listedKey, key.Key);
            listedKey = key.Key;
        }

        if (key.Explanation.Length > 0) listedExplanation = key.Explanation;
    }

    /// <summary>Gives the parts of a case the keys that stand together behind the last of them.</summary>
    public void ShareKeys()
    {
        if (Parts.Count < 2
            || !Parts[^1].LabeledKey.StartsWith("（1）", StringComparison.Ordinal)
                && !Parts[^1].LabeledKey.StartsWith("(1)", StringComparison.Ordinal))
        {
            return;
        }

        if (GapText.Keys(Parts[^1].LabeledKey, Parts.Count) is not { } keys) return;

        foreach (var (part, key) in Parts.Zip(keys))
            part.fields[TypedField.Answer] = [TypedNumbering.Of(key) is { Style: NumberStyle.Bracketed } numbered ? numbered.Rest : key];
    }

    private void TakePiece(string piece)
    {
        var label = TypedLabel.Of(piece);
        if (label is not null)
        {
            filling = label.Field == TypedField.Explanation
                && !IsAnswered
                && listedKey.Length == 0
                && piece.StartsWith("解答", StringComparison.Ordinal) ? TypedField.Answer : label.Field;
            ListNumber = null;
        }

        var text = label?.Rest ?? piece;
        if (filling is TypedField.Answer or TypedField.Explanation
            && TypedNumbering.Of(text) is { Style: NumberStyle.Plain } item
            && (item.Number == 1 || item.Number == ListNumber + 1))
        {
            ListNumber = item.Number;
        }

        fields.TryAdd(filling, []);
        if (text.Length == 0) return;

        fields[filling].Add(text);
        if (filling == TypedField.Stem) bodyLength += text.Length;
    }
}
