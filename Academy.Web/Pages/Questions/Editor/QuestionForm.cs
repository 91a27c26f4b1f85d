using Academy.Domain.Questions.Texts;

namespace Academy.Web.Pages.Questions.Editor;

/// <summary>What a form says, what is wrong with it and what is worth a thought, by the names of its fields.</summary>
public sealed record FormReading(QuestionText Text, IReadOnlyList<QuestionProblem> Problems, IReadOnlyList<QuestionAdvice> Advice);

/// <summary>A question of any type as the fields of a form. Which of the lists are used follows from the type, as in the text.</summary>
public sealed class QuestionForm
{
    public QuestionType Type { get; set; }

    /// <summary>Whether the texts are HTML, of which the safe part is kept.</summary>
    public bool IsFormatted { get; set; }

    public string? Stem { get; set; }
    public List<OptionRow> Options { get; set; } = [];

    /// <summary>The right side of a true or false statement: <c>true</c> or <c>false</c>.</summary>
    public string? Truth { get; set; }

    public List<NumberRow> Numbers { get; set; } = [];
    public List<PairRow> Pairs { get; set; } = [];
    public List<GapRow> Gaps { get; set; } = [];
    public List<CriterionRow> Criteria { get; set; } = [];
    public List<QuestionForm> Parts { get; set; } = [];
    public bool MatchesCase { get; set; }
    public string? Points { get; set; }
    public string? Explanation { get; set; }
    public string? Topic { get; set; }
    public int Difficulty { get; set; } = 2;
    public string? Norm { get; set; }

    /// <summary>An empty form with as many rows as most questions of the type need.</summary>
    public static QuestionForm New(QuestionType type)
    {
        var form = new QuestionForm { Type = type };
        form.Grow();
        return form;
    }

    public static QuestionForm Of(QuestionText text) => QuestionFormWriting.Write(text);

    /// <summary>The text that the form says. Empty rows say nothing, and are gone afterwards.</summary>
    public FormReading Read()
    {
        Tidy();
        return new QuestionFormReading(this).Read();
    }

    /// <summary>Gives a form that is shown again room to write on.</summary>
    public void Grow()
    {
        var (options, pairs) = Type switch
        {
            QuestionType.SingleChoice or QuestionType.MultipleChoice => (4, 0),
            QuestionType.Ordering => (3, 0),
            QuestionType.Matching => (0, 3),
            _ => (0, 0),
        };
        Fill(Options, Type == QuestionType.TrueFalse ? 2 : options);
        Fill(Pairs, pairs);
        Fill(Numbers, Type == QuestionType.Numerical ? 1 : 0);
        Fill(Gaps, Type is QuestionType.FillIn or QuestionType.Cloze ? 1 : 0);
        Fill(Criteria, Type is QuestionType.ShortAnswer or QuestionType.Essay ? 2 : 0);
        foreach (var part in Parts) part.Grow();
    }

    /// <summary>Turns the plain texts into HTML that reads the same.</summary>
    public void Format()
    {
        IsFormatted = true;
        (Stem, Explanation) = (FormText.ToHtml(Stem), FormText.ToHtml(Explanation));
        foreach (var row in Options) (row.Text, row.Feedback) = (FormText.ToHtml(row.Text), FormText.ToHtml(row.Feedback));
        foreach (var row in Numbers) row.Feedback = FormText.ToHtml(row.Feedback);
        foreach (var row in Pairs) (row.Left, row.Right) = (FormText.ToHtml(row.Left), FormText.ToHtml(row.Right));
        foreach (var part in Parts) part.Format();
    }

    /// <summary>Adds a row to the list of a name such as <c>Options</c> or <c>Parts[1].Gaps</c>; a part needs its type.</summary>
    public void Add(string list, QuestionType partType)
    {
        if (list.StartsWith("Parts[", StringComparison.Ordinal)
            && list.IndexOf("].", StringComparison.Ordinal) is > 0 and var end
            && int.TryParse(list.AsSpan(6, end - 6), out var part))
        {
            if (part >= 0 && part < Parts.Count) Parts[part].Add(list[(end + 2)..], partType);
            return;
        }

        switch (list)
        {
            case nameof(Options): Options.Add(new()); break;
            case nameof(Numbers): Numbers.Add(new()); break;
            case nameof(Pairs): Pairs.Add(new()); break;
            case nameof(Gaps): Gaps.Add(new()); break;
            case nameof(Criteria): Criteria.Add(new()); break;
            case nameof(Parts) when partType is not (QuestionType.Case or QuestionType.Description): Parts.Add(New(partType)); break;
        }
    }

    private void Tidy()
    {
        if (Type != QuestionType.TrueFalse) Options.RemoveAll(row => row.IsEmpty);
        Numbers.RemoveAll(row => row.IsEmpty);
        Pairs.RemoveAll(row => row.IsEmpty);
        Criteria.RemoveAll(row => row.IsEmpty);
        // Gaps are known by their place: only those behind the last one that the stem marks may go.
        var marked = QuestionRules.LastMark(Stem ?? "");
        while (Gaps.Count > marked && Gaps[^1].IsEmpty) Gaps.RemoveAt(Gaps.Count - 1);
        if (Type is QuestionType.FillIn or QuestionType.Cloze) Fill(Gaps, marked);
        Parts.RemoveAll(part => part.IsEmpty);
        foreach (var part in Parts) part.Tidy();
    }

    private bool IsEmpty => FormText.AreEmpty(Stem, Explanation) && Options.TrueForAll(o => o.IsEmpty) && Pairs.TrueForAll(p => p.IsEmpty)
        && Numbers.TrueForAll(n => n.IsEmpty) && Gaps.TrueForAll(g => g.IsEmpty) && Criteria.TrueForAll(c => c.IsEmpty);

    private static void Fill<T>(List<T> rows, int count) where T : new()
    {
        while (rows.Count < count) rows.Add(new());
    }
}
