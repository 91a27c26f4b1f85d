using System.Globalization;
using System.Security.Cryptography;
using Academy.Domain.Data;
using Academy.Domain.Scoring;

namespace Academy.Domain.Certification;

/// <summary>How a certificate came about.</summary>
public enum CertificateOrigin
{
    /// <summary>All that the scheme asks for was done.</summary>
    Path,

    /// <summary>Somebody said yes to it.</summary>
    Approval,

    /// <summary>Learning from elsewhere was recognized, on evidence.</summary>
    PriorLearning,

    /// <summary>It was renewed by hand, for a reason.</summary>
    Renewal,
}

/// <summary>
/// Proof that somebody is qualified for a position. All that is printed on it is kept as it was on that day, and a row never changes:
/// that it was renewed or revoked are rows of their own.
/// </summary>
public sealed class Certificate
{
    /// <summary>Signs that look alike are left out.</summary>
    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Nobody finds one by trying: there are 10 to the 23rd.</summary>
    public const int CodeLength = 16;
    public const int LongestNote = 400;
    private const int Group = 4;

    public long Id { get; private set; }
    public required long SchemeId { get; init; }
    public required long EmployeeId { get; init; }

    /// <summary>Which one of the scheme it is to the person, counted from 1. The store holds each once.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What the number consists of, and the number: QLGZ-2026-00418.</summary>
    public required string Prefix { get; init; }
    public required int Year { get; init; }
    public required int Serial { get; init; }
    public required string Number { get; init; }

    /// <summary>What it is found by without a sign-in.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }
    public required string EnglishTitle { get; init; }
    public required string HolderName { get; init; }
    public required string HolderNumber { get; init; }
    public required long BranchId { get; init; }
    public required string Branch { get; init; }
    public required string BranchEnglish { get; init; }
    public required long PositionId { get; init; }
    public required string Position { get; init; }
    public required string PositionEnglish { get; init; }

    /// <summary>The points of the scheme's quiz; null where it asks for none.</summary>
    public Points? Score { get; init; }
    public Points? MaxScore { get; init; }

    public required DateOnly IssuedOn { get; init; }
    public required DateOnly RenewableOn { get; init; }
    public required DateOnly ExpiresOn { get; init; }
    public required DateOnly GraceUntil { get; init; }

    public required CertificateOrigin Origin { get; init; }

    /// <summary>Evidence of what was recognized, or why it was renewed by hand; empty for none.</summary>
    public string Note { get; init; } = "";
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Who issued it; empty for the academy itself.</summary>
    public required string ByNumber { get; init; }
    public required string ByName { get; init; }

    /// <summary>That another has taken its place; null where none has.</summary>
    public Renewal? RenewedBy { get; private set; }
    public Revocation? Revocation { get; private set; }

    public Validity Validity => new(IssuedOn, RenewableOn, ExpiresOn, GraceUntil);

    public CertificateState StateOn(DateOnly day) => Validity.StateOn(day, RenewedBy?.On, Revocation?.On);

    /// <summary>The code as it is printed: K7M4-93TX-2BQF-8RTV.</summary>
    public string PrintedCode => string.Join('-', Code.Chunk(Group).Select(part => new string(part)));

    public static string NumberOf(string prefix, int year, int serial) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year}-{serial:00000}");

    internal static string NewCode() => RandomNumberGenerator.GetString(Signs, CodeLength);

    /// <summary>The code in what somebody typed or scanned, whatever stands between its signs; null where there is none.</summary>
    public static string? CodeIn(string? typed)
    {
        var signs = (typed ?? "").Where(char.IsAsciiLetterOrDigit).Take(CodeLength + 1).Select(char.ToUpperInvariant).ToArray();
        return signs.Length == CodeLength ? new string(signs) : null;
    }
}

/// <summary>That a certificate took the place of another. It never changes, and each is renewed once.</summary>
public sealed class Renewal
{
    /// <summary>The one whose place it took.</summary>
    public required long OfId { get; init; }

    /// <summary>The one that took it.</summary>
    public required long CertificateId { get; init; }
    public Certificate Certificate { get => field ?? throw Unread.Of(this); private set; }

    /// <summary>The day from which the new one stands for the old.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day on which all that it takes was done: what the new validity is counted from when that was late.</summary>
    public required DateOnly CompletedOn { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>That a certificate was taken back, by whom and why. It never changes.</summary>
public sealed class Revocation
{
    public const int LongestReason = 400;

    public required long CertificateId { get; init; }
    public required DateOnly On { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Reason { get; init; }
    public required string ByNumber { get; init; }
    public required string ByName { get; init; }
}
