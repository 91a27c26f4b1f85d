using System.Globalization;
using Academy.Domain.Data;
using Microsoft.Extensions.Localization;

namespace Academy.Domain.Letters;

/// <summary>What a mail says, for all the forms that it is written in.</summary>
/// <param name="Subject">In one line.</param>
/// <param name="Greeting">Whom it is for.</param>
/// <param name="Body">What it is about.</param>
/// <param name="Link">Where that is; null when nobody has said where people reach the academy.</param>
/// <param name="LinkName">What stands on the link, or what to do without one.</param>
/// <param name="From">Who had it written.</param>
/// <param name="Foot">What it is.</param>
public sealed record MailText(string Subject, string Greeting, string Body, string? Link, string LinkName, string From, string Foot)
{
    /// <summary>Each of several things that it tells.</summary>
    public IReadOnlyList<MailLine> Lines { get; init; } = [];
}

/// <summary>One of several things, and where it is; nowhere where nobody has said where people reach the academy.</summary>
public sealed record MailLine(string Text, string? Link);

/// <summary>Finds the words of a mail in the language that is spoken now.</summary>
public sealed class MailWords(LetterWords letters, AcademySettings settings, IStringLocalizer<LetterTexts> words)
{
    /// <summary>More lines of a mail nobody reads.</summary>
    private const int MostLines = 20;

    public string Academy => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? settings.Name : settings.NameEnglish;

    public MailText Of(OutgoingLetter outgoing)
    {
        var (title, link) = (OneLine.Of(letters.Title(outgoing.Letter, Channels.Mail)), settings.Outside(outgoing.Letter.Address));
        return new MailText(
            title,
            words["Mail.Greeting", outgoing.Name],
            words["Mail.Body", title],
            link,
            words[link is null ? "Mail.SignIn" : "Mail.Open", Academy],
            outgoing.Sender is { } sender ? words["Mail.From", sender] : words["Mail.From.Academy", Academy],
            words["Mail.Foot", Academy])
        {
            Lines = LinesOf(outgoing.Letter),
        };
    }

    /// <summary>None where the title says it all.</summary>
    private IReadOnlyList<MailLine> LinesOf(Letter letter)
    {
        var lines = letter.LinesBy(Channels.Mail).ToList();
        if (lines.Count < 2 && letter.Kind == LetterKind.Digest) return [];

        var told = lines.Take(MostLines).Select(line => new MailLine(OneLine.Of(letters.Line(line)), settings.Outside(line.Address)));
        return lines.Count > MostLines ? [.. told, new MailLine(words["Mail.More", lines.Count - MostLines], null)] : [.. told];
    }
}
