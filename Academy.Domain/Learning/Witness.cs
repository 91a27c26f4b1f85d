using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Academy.Domain.Learning;

public enum SigningRefusal { NotAllRead, AlreadySigned, WrongPassword, LockedOut }

/// <summary>Takes signatures: that somebody has read and understood the edition in force.</summary>
public sealed class Witness(AcademyDb db, Doorkeeper doorkeeper, Tutor tutor, TimeProvider clock)
{
    /// <summary>
    /// Signs with the person's password, of which every guess counts as at the door. With the last thing that was
    /// missing the course is finished, too.
    /// </summary>
    public async Task<SigningRefusal?> SignAsync(long employeeId, string course, string password, CancellationToken ct)
    {
        if (await ObjectionAsync(employeeId, course, ct) is { } objection) return objection;

        var number = await db.Employees.Where(e => e.Id == employeeId).Select(e => e.UserName!).SingleAsync(ct);
        var admission = await doorkeeper.AdmitAsync(number, password, ct);
        if (admission.Employee is not { } person)
            return admission.Refusal == AdmissionRefusal.LockedOut ? SigningRefusal.LockedOut : SigningRefusal.WrongPassword;

        return await WriteAsync(person, course, ct);
    }

    /// <summary>
    /// Of two that sign at once the second finds the first: only one at a time is between beginning
    /// and end of a transaction.
    /// </summary>
    private async Task<SigningRefusal?> WriteAsync(Employee person, string slug, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ObjectionAsync(person.Id, slug, ct) is { } objection) return objection;

        var now = clock.GetUtcNow();
        var course = await db.Courses.SingleAsync(c => c.Slug == slug, ct);
        db.Add(new Attestation(person.Id, course.Id, course.Edition, person.BranchId, person.PositionId, now));
        await db.SaveChangesAsync(ct);
        await tutor.CompleteIfDoneAsync(person.Id, course, now, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task<SigningRefusal?> ObjectionAsync(long employeeId, string course, CancellationToken ct)
    {
        if (await db.SignatureAsync(employeeId, course, ct) is { IsMissing: false }) return SigningRefusal.AlreadySigned;
        return await db.CourseStandingsAsync(employeeId, course, ct) is [{ IsFinished: true }] ? null : SigningRefusal.NotAllRead;
    }
}
