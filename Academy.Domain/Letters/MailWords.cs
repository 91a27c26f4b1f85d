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
public sealed record MailText(string Subject, string Greeting, string Body, string? Link, string LinkName, string From, string Foot);

/// <summary>Finds the words of a mail in the language that is spoken now.</summary>
public sealed class MailWords(LetterWords letters, AcademySettings settings, IStringLocalizer<LetterTexts> words)
{
    public string Academy => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? settings.Name : settings.NameEnglish;

    public MailText Of(OutgoingLetter outgoing)
    {
        var (title, link) = (OneLine.Of(letters.Title(outgoing.Letter)), settings.Outside(outgoing.Letter.Address));
        return new MailText(
            title,
            words["Mail.Greeting", outgoing.Name],
            words["Mail.Body", title],
            link,
            words[link is null ? "Mail.SignIn" : "Mail.Open", Academy],
            outgoing.Sender is { } sender ? words["Mail.From", sender] : words["Mail.From.Academy", Academy],
            words["Mail.Foot", Academy]);
    }
}
