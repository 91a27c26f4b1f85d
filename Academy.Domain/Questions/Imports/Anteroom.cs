using System.Data.Common;
using Academy.Domain.Data;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Versions;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Questions.Imports;

/// <summary>
/// A bank that nobody sees. What an import brings is written there in many short turns, and then let into its bank at once; what is
/// taken back is put there at once, and then removed in many short turns. One import at a time is in it, of all processes, and
/// whoever comes next removes what a stopped program has left.
/// </summary>
internal sealed class Anteroom : IAsyncDisposable
{
    public const int QuestionsInATurn = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly AcademyDb db;
    private readonly LockFile door;
    private long? bankId;

    private Anteroom(AcademyDb db, LockFile door) => (this.db, this.door) = (db, door);

    /// <summary>Waits until no other import is in it.</summary>
    public static async Task<Anteroom> EnterAsync(AcademyDb db, CancellationToken ct)
    {
        while (true)
        {
            if (await TryEnterAsync(db, ct) is { } room) return room;

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Null while another import is in it: what is there is then not left, but on its way.</summary>
    public static async Task<Anteroom?> TryEnterAsync(AcademyDb db, CancellationToken ct)
    {
        if (LockFile.TryTake(db.PathOfLock("importing")) is not { } door) return null;

        var room = new Anteroom(db, door);
        try
        {
            await room.ClearAsync(ct);
            return room;
        }
        catch
        {
            door.Dispose();
            throw;
        }
    }

    /// <summary>The bank that it is.</summary>
    public async Task<long> BankIdAsync(CancellationToken ct)
    {
        if (bankId is { } known) return known;

        await using var turn = await db.TakeTurnAsync(ct);
        var bank = db.Add(new Bank(Bank.AnteroomSlug)).Entity;
        await turn.CommitAsync(ct);
        bankId = bank.Id;
        return bank.Id;
    }

    /// <summary>
    /// Lets all that waits into a bank, within the turn that is on. False when that is not as many questions as were put there; the
    /// turn is lost then.
    /// </summary>
    public async Task<bool> LetInAsync(long target, int questions, CancellationToken ct)
    {
        db.DemandTurn();
        await db.Categories.Where(c => c.BankId == bankId).ExecuteUpdateAsync(set => set.SetProperty(c => c.BankId, target), ct);
        var waiting = db.Questions.Where(q => q.BankId == bankId);
        return await waiting.ExecuteUpdateAsync(set => set.SetProperty(q => q.BankId, target), ct) == questions;
    }

    /// <summary>Takes questions out of their bank, within the turn that is on, and says how many.</summary>
    public Task<int> TakeOutAsync(IQueryable<Question> questions, CancellationToken ct)
    {
        db.DemandTurn();
        var room = bankId ?? throw new InvalidOperationException("The bank is to be asked for before the turn.");
        return questions.ExecuteUpdateAsync(
            set => set.SetProperty(q => q.BankId, room).SetProperty(q => q.CategoryId, (long?)null), ct);
    }

    /// <summary>
    /// Removes what is in it, and the bank that it was. What something stands on, against all rules, goes back where it came from, out
    /// of use: it must neither vanish from a paper nor keep the academy from opening.
    /// </summary>
    public async Task ClearAsync(CancellationToken ct)
    {
        if (await db.Set<Bank>().Where(b => b.Slug == Bank.AnteroomSlug).Select(b => (long?)b.Id).SingleOrDefaultAsync(ct) is not { } id)
            return;

        var questions = await db.Questions.Where(q => q.BankId == id).OrderBy(q => q.Id).Select(q => q.Id).ToListAsync(ct);
        foreach (var part in questions.Chunk(QuestionsInATurn))
        {
            if (await TryRemoveAsync(part, ct)) continue;

            foreach (var question in part)
                if (!await TryRemoveAsync([question], ct)) await GiveBackAsync(question, ct);
        }

        await using var last = await db.TakeTurnAsync(ct);
        await db.Categories.Where(c => c.BankId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ParentId, (long?)null), ct);
        await db.Categories.Where(c => c.BankId == id).ExecuteDeleteAsync(ct);
        await db.Set<Bank>().Where(b => b.Id == id).ExecuteDeleteAsync(ct);
        await last.CommitAsync(ct);
        bankId = null;
    }

    /// <summary>False when something stands on one of them.</summary>
    private async Task<bool> TryRemoveAsync(long[] questions, CancellationToken ct)
    {
        try
        {
            await using var turn = await db.TakeTurnAsync(ct);
            await db.QuestionVersions.Where(v => questions.Contains(v.QuestionId)).ExecuteDeleteAsync(ct);
            await db.Questions.Where(q => questions.Contains(q.Id)).ExecuteDeleteAsync(ct);
            await turn.CommitAsync(ct);
            return true;
        }
        catch (DbException failure) when (!failure.StrikesAll)
        {
            return false;
        }
    }

    private async Task GiveBackAsync(long questionId, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        var versions = db.QuestionVersions.Where(v => v.QuestionId == questionId);
        var import = await db.QuestionImports.FirstAsync(i => versions.Any(v => v.ImportId == i.Id), ct);
        var retiredAt = import.UndoneAt ?? import.StartedAt;
        await db.Questions.Where(q => q.Id == questionId).ExecuteUpdateAsync(
            set => set.SetProperty(q => q.BankId, import.BankId).SetProperty(q => q.RetiredAt, retiredAt), ct);
        await db.SuspendUnvouchedAsync(db.Questions.Where(q => q.Id == questionId && q.Bank.RequiresReview), retiredAt, ct);
        await turn.CommitAsync(ct);
    }

    /// <summary>Lets the next import in. Whatever is left behind is removed, by whoever comes next if not now.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await ClearAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure.StrikesAll)
        {
            // The import itself is done or refused; the store is asked again by whoever comes next.
        }
        finally
        {
            door.Dispose();
        }
    }
}
