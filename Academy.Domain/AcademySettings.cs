using Academy.Domain.Data;
using Academy.Domain.Letters;
using Academy.Domain.People.Sessions;

namespace Academy.Domain;

/// <summary>What an installation decides, read once at start from the <c>Academy</c> section of the configuration.</summary>
public sealed record AcademySettings
{
    /// <summary>Holds the database, the keys and everything else that must be backed up.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Holds the courses, question banks, quizzes and the demonstration bank.</summary>
    public string ContentDirectory { get; init; } = "content";

    /// <summary>IANA name of the zone that the bank's clocks show.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>Whether the demonstration bank is loaded; never outside Development.</summary>
    public bool Demonstration { get; init; } = true;

    /// <summary>The one password of all demonstration people.</summary>
    public string DemonstrationPassword { get; init; } = "";

    /// <summary>Connection string; a SQLite file in the data directory when absent.</summary>
    public string? Database { get; init; }

    /// <summary>Where people reach the academy, such as https://academy.bank.example; null when nobody has said so.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Whether an administrator is asked before the academy opens with what cannot be taken back; not in Development.</summary>
    public bool AsksFirst { get; init; }

    /// <summary>Codes by which an administrator has said yes to what was asked at the last starts.</summary>
    public string? Agree { get; init; }

    /// <summary>Proxies on other machines that are believed (<see cref="TrustedProxies"/>); one on the machine itself always is.</summary>
    public string Proxies { get; init; } = "";

    /// <summary>Whether pages are served in the clear, too: always in Development.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>Whether browsers are told that all hosts below the academy's name keep to HTTPS as well.</summary>
    public bool HttpsOnSubdomains { get; init; }

    /// <summary>A certificate with its private key (PFX) by which the sign-in keys are encrypted; null when they are not.</summary>
    public string? KeyCertificate { get; init; }
    public string? KeyCertificatePassword { get; init; }

    /// <summary>A session ends when nobody has done anything in it for so long.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends so long after its sign-in, whatever is done in it.</summary>
    public TimeSpan SessionLength { get; init; } = TimeSpan.FromHours(12);

    /// <summary>A font file with Chinese for printed documents; null for the first that the system has.</summary>
    public string? PdfFont { get; init; }

    /// <summary>A folder outside of the data directory that the heads of the score archive are copied to; null for none.</summary>
    public string? ArchiveHeads { get; init; }

    /// <summary>How many hours everybody is to learn in two years.</summary>
    public int LearningHours { get; init; } = 90;

    /// <summary>How letters leave the house.</summary>
    public MailSettings Mail { get; init; } = new();

    /// <summary>How letters reach the bank's own messenger.</summary>
    public MessengerSettings Messenger { get; init; } = new();

    /// <summary>What the bank calls its academy, and the bank's own name, in both languages of the screen.</summary>
    public string Name { get; init; } = "学堂";
    public string NameEnglish { get; init; } = "Academy";
    public string Bank { get; init; } = "";
    public string BankEnglish { get; init; } = "";

    /// <summary>One of the academy's own addresses as it is written on paper and in letters; null without a public address.</summary>
    public string? Outside(string address) => PublicAddress is { } at ? new Uri(at, address).AbsoluteUri : null;

    public string ConnectionString => Database ?? Store.In(DataDirectory);

    /// <summary>What is wrong with them, in words for whoever starts the academy; null when nothing is.</summary>
    public string? Problem()
    {
        if (PublicAddress is { } address && !(address.IsAbsoluteUri && address.Scheme is "http" or "https"))
            return $"Academy:PublicAddress is to be such as https://academy.bank.example; {address} is not.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            return $"Academy:TimeZone is to be such as Asia/Shanghai; {TimeZone} is not known here.";
        if (!Store.IsConnectionString(ConnectionString))
            return "Academy:Database is to be such as Data Source=/var/lib/academy/academy.db; what is given is not.";
        if (TrustedProxies.Of(Proxies) is null)
            return $"Academy:Proxies is to be such as 10.1.0.5, 10.2.0.0/24; {Proxies} is not.";
        if (PdfFont is { Length: > 0 } font && !File.Exists(font))
            return $"Academy:PdfFont is to be a font file such as /usr/share/fonts/truetype/bank.ttf; {font} is not there.";
        if (ArchiveHeads is { Length: > 0 } heads && (!Path.IsPathFullyQualified(heads) || IsInData(heads)))
        {
            return "Academy:ArchiveHeads is to be a folder outside of the data directory, such as /var/lib/archive-heads; "
                + $"{heads} is not.";
        }

        if (LearningHours is < 1 or > 2000) return $"Academy:LearningHours is to be from 1 to 2000; {LearningHours} is not.";
        if (SessionIdle < TimeSpan.FromMinutes(1) || SessionIdle > SessionLength || SessionLength > Session.Kept)
        {
            return "Academy:SessionIdle and Academy:SessionLength are to be such as 00:30:00 and 12:00:00, the first a minute at least and "
                + $"no longer than the second, the second a week at most; {SessionIdle:c} and {SessionLength:c} are not.";
        }

        return Mail.Problem() ?? Messenger.Problem();
    }

    private bool IsInData(string folder) =>
        (Path.GetFullPath(folder) + Path.DirectorySeparatorChar)
            .StartsWith(Path.GetFullPath(DataDirectory) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
