using System.Text.RegularExpressions;

namespace Academy.Tests.Conventions;

/// <summary>
/// One act, one turn: whatever writes has taken its turn before, in the same method, or demands that its caller has; a private method
/// may rely on all its callers in the file. Who writes down when something was done reads the clock within the turn, so that later
/// lines never tell of an earlier time.
/// </summary>
public sealed partial class TurnRules
{
    /// <summary>The turn itself, what it is made of, and what runs before the academy opens. It gets shorter, never longer.</summary>
    private static readonly string[] WritesBesides =
    [
        // Only FullText knows it, which demands the turn.
        "Academy.Domain/Data/Sqlite/SearchIndex.cs PutAsync",
        "Academy.Domain/Data/Sqlite/SearchIndex.cs RemoveAsync",
        // Migrations run alone, before anybody else is let in.
        "Academy.Domain/Data/Sqlite/Store.cs MigrateAloneAsync",
        // What a turn that only tries the store writes.
        "Academy.Domain/Data/Sqlite/Store.cs TouchAsync",
        "Academy.Domain/Data/Turn.cs CommitAsync",
        // Handed to ActOnRowsAsync, which calls it within the turn.
        "Academy.Domain/Questions/Imports/Cataloger.cs LeaveOutTheRestAsync",
    ];

    /// <summary>Who reads the clock before the turn, and why that is no time of an act. It gets shorter, never longer.</summary>
    private static readonly string[] LooksAtTheClockBefore =
    [
        // Invented histories lie in the past.
        "Academy.Domain/Opening/Growth/DemonstrationGrowth.cs AddPeopleAsync",
        "Academy.Domain/Opening/Growth/DemonstrationGrowth.cs AddAttemptsAsync",
        // What is staged tells when it was prepared; the line of the whole act reads it anew.
        "Academy.Domain/People/Rosters/RosterClerk.cs TryApplyAsync",
        // When it looked who is there, and since when nobody was.
        "Academy.Domain/People/Sessions/Porter.cs WriteDownAsync",
        "Academy.Domain/People/Sessions/Porter.cs ForgetAsync",
        // As with rosters.
        "Academy.Domain/Questions/Imports/Cataloger.cs TryApplyAsync",
    ];

    [Fact]
    public void Nothing_is_written_outside_of_a_turn() => Assert.Equal(
        WritesBesides,
        (from file in Code
         let members = Member.Of(file).ToList()
         from member in members
         where Write().Matches(member.Text).Any(write => !IsInTurn(member, write.Index, members, []))
         select $"{file.Path} {member.Name}").Distinct());

    [Fact]
    public void Who_takes_a_turn_reads_the_clock_in_it() => Assert.Equal(
        LooksAtTheClockBefore,
        from file in Code
        from member in Member.Of(file)
        where member.Text.IndexOf("TakeTurnAsync", StringComparison.Ordinal) is var turn and >= 0
            && member.Text[..turn].Contains("GetUtcNow", StringComparison.Ordinal)
        select $"{file.Path} {member.Name}");

    [Theory]
    [InlineData("public async Task ActAsync() { await db.SaveChangesAsync(ct); }", false)]
    [InlineData("public async Task ActAsync() { await db.SaveChangesAsync(ct); await db.TakeTurnAsync(ct); }", false)]
    [InlineData("public async Task ActAsync() { await db.TakeTurnAsync(ct); await db.SaveChangesAsync(ct); }", true)]
    [InlineData("public Task PartAsync() { db.DemandTurn(); return rows.ExecuteDeleteAsync(ct); }", true)]
    [InlineData("private Task PartAsync() => rows.ExecuteDeleteAsync(ct);", false)]
    [InlineData("private Task PartAsync() => all.ExecuteDelete(ct);\n    public void A() { db.TakeTurnAsync(ct); PartAsync(); }", true)]
    [InlineData("private Task PartAsync() => all.ExecuteDelete(ct);\n    public void A() { PartAsync(); db.TakeTurnAsync(ct); }", false)]
    [InlineData("public Task PartAsync() => all.ExecuteDelete(ct);\n    public void A() { db.TakeTurnAsync(ct); PartAsync(); }", false)]
    public void What_is_written_in_a_turn_is_told_from_what_is_not(string code, bool isInTurn)
    {
        var members = Member.Of(new SourceFile("", $"    {code}\n")).ToList();
        Assert.Equal(isInTurn, members.TrueForAll(member =>
            !Write().IsMatch(member.Text) || IsInTurn(member, Write().Match(member.Text).Index, members, [])));
    }

    private static IEnumerable<SourceFile> Code => SourceFile.Product.Where(file =>
        file.Path.EndsWith(".cs", StringComparison.Ordinal) && !file.IsIn("Academy.Domain/Data/Migrations"));

    private static bool IsInTurn(Member member, int place, IReadOnlyList<Member> all, HashSet<Member> asked)
    {
        if (TurnWord().IsMatch(member.Text[..place])) return true;
        if (!member.IsPrivate || !asked.Add(member)) return false;

        var calls = from caller in all
                    where !asked.Contains(caller)
                    from Match call in Regex.Matches(caller.Text, $@"\b{member.Name}\(")
                    where call.Index > caller.Head
                    select (Caller: caller, call.Index);
        return calls.ToList() is { Count: > 0 } found && found.TrueForAll(call => IsInTurn(call.Caller, call.Index, all, asked));
    }

    /// <summary>What changes the store's file. Staging speaks to the provider itself, and demands the turn that it pours in.</summary>
    [GeneratedRegex(@"\.SaveChanges(?:Async)?\(|\.Execute(?:Update|Delete|Sql\w*?)(?:Async)?\(|\bBulkInsert\.WriteAsync\(")]
    private static partial Regex Write();

    [GeneratedRegex("TakeTurnAsync|DemandTurn")]
    private static partial Regex TurnWord();

    [GeneratedRegex(
        @"^(?: {4}| {8})(?:public|private|protected|internal)\b[^;=\n]*?\b(?<name>\w+)(?:<[^>\n]*>)?\(", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>A method with all that stands in it, up to the next.</summary>
    /// <param name="Name">What it is called by.</param>
    /// <param name="Text">All of it, what it is called included.</param>
    /// <param name="Head">How long that takes.</param>
    private sealed record Member(string Name, string Text, int Head)
    {
        public bool IsPrivate => Text.TrimStart().StartsWith("private", StringComparison.Ordinal);

        public static IEnumerable<Member> Of(SourceFile file)
        {
            var found = Declaration().Matches(file.Text).ToList();
            return found.Select((member, at) => new Member(
                member.Groups["name"].Value,
                file.Text[member.Index..(at + 1 < found.Count ? found[at + 1].Index : file.Text.Length)],
                member.Length));
        }
    }
}
