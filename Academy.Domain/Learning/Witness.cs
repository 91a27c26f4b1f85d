using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

public enum SigningRefusal { NotAllRead, AlreadySigned, EditionChanged, WrongPassword, LockedOut, Crowded }

/// <summary>Takes signatures: that somebody has read and understood the edition in force.</summary>
public sealed class Witness(AcademyDb db, Doorkeeper doorkeeper, Tutor tutor, TimeProvider clock)
{
    /// <summary>
    /// Signs with the person's password, of which every guess counts as at the door. With the last thing that was
    /// missing the course is finished, too.
    /// </summary>
    /// <param name="employeeId">Who signs.</param>
    /// <param name="course">The slug of the course.</param>
    /// <param name="edition">The edition that the person saw; another one since then is not signed unseen.</param>
    /// <param name="password">What the person typed.</param>
    /// <param name="caller">Where the person is.</param>
    /// <param name="ct">Stops the work.</param>
    public async Task<SigningRefusal?> SignAsync(
        long employeeId, string course, int edition, string password, Caller caller, CancellationToken ct)
    {
        if (await RefusalAsync(employeeId, course, edition, ct) is { } refusal) return refusal;

        var number = await db.Employees.Where(e => e.Id == employeeId).Select(e => e.UserName!).SingleAsync(ct);
        return (await doorkeeper.ConfirmAsync(number, password, caller, ct)).Refusal switch
        {
            null => await WriteAsync(employeeId, course, edition, ct),
            AdmissionRefusal.LockedOut => SigningRefusal.LockedOut,
            AdmissionRefusal.Crowded => SigningRefusal.Crowded,
            _ => SigningRefusal.WrongPassword,
        };
    }

    private async Task<SigningRefusal?> WriteAsync(long employeeId, string slug, int edition, CancellationToken ct)
    {
        await using var turn = await db.TakeTurnAsync(ct);
        if (await RefusalAsync(employeeId, slug, edition, ct) is { } refusal) return refusal;

        var courseId = await db.Courses.Where(c => c.Slug == slug).Select(c => c.Id).SingleAsync(ct);
        var person = await db.Employees.Where(e => e.Id == employeeId).Select(e => new { e.BranchId, e.PositionId }).SingleAsync(ct);
        var signed = db.Add(
            new Attestation(employeeId, courseId, edition, person.BranchId, person.PositionId, clock.GetUtcNow())).Entity;
        await db.RecordAsync([signed], ct);
        await tutor.CompleteIfDoneAsync(employeeId, courseId, ct);
        await turn.CommitAsync(ct);
        return null;
    }

    private async Task<SigningRefusal?> RefusalAsync(long employeeId, string course, int edition, CancellationToken ct)
    {
        if (await db.SignatureAsync(employeeId, course, ct) is not { } signature) return SigningRefusal.EditionChanged;
        if (!signature.IsMissing) return SigningRefusal.AlreadySigned;
        if (await db.CourseProgressAsync(employeeId, course, ct) is not [{ IsFinished: true }]) return SigningRefusal.NotAllRead;
        return signature.Edition == edition ? null : SigningRefusal.EditionChanged;
    }
}
