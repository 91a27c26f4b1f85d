using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Academy.Domain;
using Academy.Domain.Letters;
using MimeKit;

namespace Academy.Jobs.Letters;

/// <summary>
/// Puts a mail into its form, as plain text and as a page for phones, both of the same words. The same letter is the same mail each
/// time: whoever gets it twice can tell.
/// </summary>
internal sealed class Envelope(AcademySettings settings)
{
    private const string Nowhere = "academy.invalid";

    public MimeMessage Seal(OutgoingLetter outgoing, MailText text, string academy)
    {
        var from = MailboxAddress.TryParse(settings.Mail.From, out var known) ? known.Address : $"academy@{Nowhere}";
        var message = new MimeMessage
        {
            Subject = text.Subject,
            Date = outgoing.Letter.WrittenAt,
            MessageId = IdOf(outgoing.Letter, from.Split('@')[^1]),
            Body = new BodyBuilder { TextBody = Plain(text), HtmlBody = Html(text) }.ToMessageBody(),
        };
        message.From.Add(new MailboxAddress(academy, from));
        message.To.Add(outgoing.Address.Length > 0
            ? new MailboxAddress(outgoing.Name, outgoing.Address)
            : new GroupAddress(outgoing.Name));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>Derived from what makes the letter one of its kind, also in a store that was restored.</summary>
    private static string IdOf(Letter letter, string host)
    {
        var what = string.Create(
            CultureInfo.InvariantCulture, $"{letter.RecipientId}|{letter.Kind}|{letter.Key}|{letter.WrittenAt.UtcTicks}");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)))[..24];
        return string.Create(CultureInfo.InvariantCulture, $"letter-{letter.Id}-{digest}@{host}");
    }

    private static string Plain(MailText text) =>
        $"{text.Greeting}\n\n{text.Body}\n\n{string.Concat(text.Lines.Select(PlainLine))}"
        + $"{(text.Link is { } link ? $"{text.LinkName}\n{link}" : text.LinkName)}\n\n"
        + $"{text.From}\n\n-- \n{text.Foot}\n";

    private static string PlainLine(MailLine line) => line.Link is { } link ? $"- {line.Text}\n  {link}\n\n" : $"- {line.Text}\n\n";

    private static string HtmlLine(MailLine line) => line.Link is { } link
        ? $"""<li style="margin:0 0 8px"><a href="{E(link)}" style="color:#0b6b4f">{E(line.Text)}</a></li>"""
        : $"""<li style="margin:0 0 8px">{E(line.Text)}</li>""";

    private static string Html(MailText text)
    {
        var lines = text.Lines.Count == 0
            ? ""
            : $"""<ul style="margin:0 0 12px;padding-left:20px">{string.Concat(text.Lines.Select(HtmlLine))}</ul>""";
        var link = text.Link is { } address
            ? $"""
              <p style="margin:24px 0"><a href="{E(address)}" style="display:inline-block;padding:12px 28px;border-radius:8px;
              background:#0b6b4f;color:#ffffff;text-decoration:none;font-weight:600">{E(text.LinkName)}</a></p>
              <p style="margin:0 0 16px;font-size:13px;color:#5d6b64;word-break:break-all">{E(address)}</p>
              """
            : $"""<p style="margin:16px 0">{E(text.LinkName)}</p>""";
        return $"""
            <!doctype html>
            <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{E(text.Subject)}</title></head>
            <body style="margin:0;padding:16px;background:#f3f5f2">
            <div style="max-width:560px;margin:0 auto;padding:24px;border-radius:12px;background:#ffffff;color:#1d2a24;
            font:16px/1.7 -apple-system,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif">
            <p style="margin:0 0 12px">{E(text.Greeting)}</p>
            <p style="margin:0 0 12px;font-size:18px;font-weight:600">{E(text.Body)}</p>
            {lines}
            {link}
            <p style="margin:0;color:#5d6b64">{E(text.From)}</p>
            <p style="margin:20px 0 0;padding-top:12px;border-top:1px solid #e1e6e2;font-size:13px;color:#5d6b64">{E(text.Foot)}</p>
            </div></body></html>
            """;
    }

    private static string E(string text) => HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(text);
}
