using Academy.Domain.Auditing;
using Academy.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.People;

/// <summary>
/// Why a password opens nothing. At the door a number that is locked out is answered as a wrong one: who does not know the password
/// learns nothing of the account.
/// </summary>
public enum AdmissionRefusal { WrongNumberOrPassword, LockedOut, Disabled, TooManyTries, Crowded }

/// <summary>Either the person who may come in, or why not.</summary>
public readonly record struct Admission(Employee? Employee, AdmissionRefusal? Refusal);

/// <summary>
/// Checks passwords, a few at a time (<see cref="Turnstile"/>) and no more than are allowed (<see cref="Tries"/>), and writes down
/// who came and who was refused. Whatever the number, the same is done about it, and nobody waits for the trail who is refused: what
/// was refused is gathered and told in a turn of its own (only until it is renewed an older hash takes longer). Who comes in is written
/// down, whether or not the caller still waits.
/// </summary>
public sealed class Doorkeeper(AcademyDb db, PasswordHashes hashes, Turnstile turnstile, Tries tries, Arrivals arrivals, TimeProvider clock)
{
    /// <summary>Lets somebody in who knows number and password. It is written down before the door opens.</summary>
    public async Task<Admission> AdmitAsync(string number, string password, Caller caller, CancellationToken ct)
    {
        var look = await LookAsync(number, password, caller, ct);
        await WriteAsync(look, arriving: look.Refusal is null ? caller : null);
        return look.Refusal == AdmissionRefusal.LockedOut ? new Admission(null, AdmissionRefusal.WrongNumberOrPassword) : look.Admission;
    }

    /// <summary>Asks somebody who is signed in for the password once more. The tries are counted as at the door.</summary>
    public async Task<Admission> ConfirmAsync(string number, string password, Caller caller, CancellationToken ct)
    {
        var look = await LookAsync(number, password, caller, ct);
        await WriteAsync(look, arriving: null);
        return look.Admission;
    }

    /// <summary>Writes down lockouts, and refusals that have been gathered for a window, one line for each number and place.</summary>
    public async Task<int> TellRefusalsAsync()
    {
        var due = tries.TellDue(clock.GetUtcNow());
        if (due.Count == 0) return 0;

        await TellingAsync(due, () =>
        {
            db.AddRange(due.SelectMany(Entries));
            return Task.CompletedTask;
        });
        return due.Count;
    }

    private async Task<Look> LookAsync(string number, string password, Caller caller, CancellationToken ct)
    {
        using var place = await turnstile.EnterAsync(caller, ct);
        if (place is null) return new Look(AdmissionRefusal.Crowded);

        var person = await db.Employees.AsNoTracking().Numbered(number).SingleOrDefaultAsync(ct);
        var knock = new Knock(Employee.Normalize(number), person is null ? null : ActorOf(person), person?.UnlockedAt, caller);
        var outcome = tries.Take(knock, clock.GetUtcNow());
        if (outcome == TryOutcome.Braked) return new Look(AdmissionRefusal.TooManyTries);

        var result = hashes.Check(person?.PasswordHash, password);
        if (Refusal(outcome, result, person) is { } refusal)
        {
            tries.Refuse(knock, outcome, clock.GetUtcNow());
            return new Look(refusal);
        }

        var isOld = result == PasswordVerificationResult.SuccessRehashNeeded && !person!.MustChangePassword;
        return new Look(null) { Person = person, Refused = tries.Forgive(knock), Renewed = isOld ? hashes.Hash(password) : null };
    }

    private static AdmissionRefusal? Refusal(TryOutcome outcome, PasswordVerificationResult result, Employee? person)
    {
        if (outcome == TryOutcome.LockedOut) return AdmissionRefusal.LockedOut;
        if (result == PasswordVerificationResult.Failed) return AdmissionRefusal.WrongNumberOrPassword;
        return person!.IsDisabled ? AdmissionRefusal.Disabled : null;
    }

    /// <param name="look">What came of looking at a password.</param>
    /// <param name="arriving">Who comes in; null where somebody was refused, or is in already.</param>
    private async Task WriteAsync(Look look, Caller? arriving)
    {
        if (look is { Refused: null, Renewed: null } && arriving is null) return;

        var comes = false;
        try
        {
            await TellingAsync(look.Refused is { } told ? [told] : [], async () =>
            {
                comes = arriving is not null && await ComesAsync(look.Person!, arriving);
                if (look.Refused is { } refused) db.AddRange(Entries(refused));
                if (comes) db.Add(SignedIn(look.Person!, arriving!));
                if (look.Renewed is { } hash) await RenewAsync(look.Person!, hash);
            });
        }
        catch when (comes)
        {
            arrivals.Forget(look.Person!.Id, arriving!);
            throw;
        }
    }

    /// <summary>Writes in a turn; the refusals that could not be told by it are told another time.</summary>
    private async Task TellingAsync(IReadOnlyList<Refused> refusals, Func<Task> writeAsync)
    {
        try
        {
            await using var turn = await db.TakeTurnAsync(CancellationToken.None);
            await writeAsync();
            await turn.CommitAsync(CancellationToken.None);
        }
        catch
        {
            tries.TellLater(refusals);
            throw;
        }
    }

    /// <summary>Whether it is a coming of its own: not the same form once more while nothing else has been told of the account.</summary>
    private async Task<bool> ComesAsync(Employee person, Caller caller) =>
        arrivals.IsFirst(person.Id, caller, clock.GetUtcNow())
        || await db.RepeatedAsync(ActorOf(person), PeopleTrail.SignedIn, PeopleTrail.Account, person.Number, default) is null;

    /// <summary>Keeps the same password as it is hashed by now. One that was given or chosen meanwhile stays.</summary>
    private async Task RenewAsync(Employee person, string hash)
    {
        db.DemandTurn();
        var before = person.PasswordHash;
        await db.Employees
            .Where(e => e.Id == person.Id && e.PasswordHash == before)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.PasswordHash, hash));
        person.PasswordHash = hash;
    }

    private AuditEntry SignedIn(Employee person, Caller caller) => Entry(
        ActorOf(person), PeopleTrail.SignedIn, ActorOf(person), new SignInFacts(caller.AddressText, caller.IsKnownTo(person.Id)));

    /// <summary>Who could not come in is nobody that is known; who was in already is the person.</summary>
    private IEnumerable<AuditEntry> Entries(Refused refused)
    {
        var atDoor = refused.Tries - refused.Inside;
        if (atDoor > 0) yield return Entry(Actor.Academy, PeopleTrail.SignInRefused, refused.Person, Facts(atDoor));
        if (refused.Inside > 0) yield return Entry(refused.Person, PeopleTrail.PasswordNotConfirmed, refused.Person, Facts(refused.Inside));

        RefusalFacts Facts(int tries) => new(refused.Address, tries, refused.Since, refused.LockedOut);
    }

    private AuditEntry Entry(Actor actor, Act act, Actor person, IFacts facts) =>
        new(actor, clock.GetUtcNow(), act, PeopleTrail.Account, person.Number, person.Name, null, facts);

    private static Actor ActorOf(Employee person) => new(person.Id, person.Number, person.Name);

    /// <summary>What came of looking at a password, and what is to be written for it.</summary>
    private sealed record Look(AdmissionRefusal? Refusal)
    {
        public Employee? Person { get; init; }
        public Refused? Refused { get; init; }
        public string? Renewed { get; init; }

        public Admission Admission => new(Person, Refusal);
    }
}
