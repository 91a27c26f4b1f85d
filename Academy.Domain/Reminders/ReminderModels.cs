using Academy.Domain.Data;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Academy.Domain.Reminders;

internal sealed class ReminderModel : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("Reminders");
        reminder.Property(r => r.Occasion).HasConversion<string>().HasMaxLength(30);
        reminder.Property(r => r.Subject).HasMaxLength(Reminder.LongestSubject);
        reminder.Property(r => r.Mark).HasMaxLength(Reminder.LongestMark);
        reminder.HasOne<Employee>().WithMany().HasForeignKey(r => r.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        // The fence: nobody is told of the same twice.
        reminder.HasIndex(r => new { r.EmployeeId, r.Occasion, r.Subject, r.Mark }).IsUnique();
    }
}

internal sealed class ReminderRuleModel : IEntityTypeConfiguration<ReminderRule>
{
    public void Configure(EntityTypeBuilder<ReminderRule> rule)
    {
        rule.ToTable("ReminderRules");
        rule.HasKey(r => r.Occasion);
        rule.Property(r => r.Occasion).HasConversion<string>().HasMaxLength(30);
        rule.Property(r => r.Terms).AsJson();
    }
}

internal sealed class ReminderRoundModel : IEntityTypeConfiguration<ReminderRound>
{
    public void Configure(EntityTypeBuilder<ReminderRound> round)
    {
        round.ToTable("ReminderRounds");
        round.HasKey(r => r.Day);
    }
}

internal sealed class ReminderChoiceModel : IEntityTypeConfiguration<ReminderChoice>
{
    public void Configure(EntityTypeBuilder<ReminderChoice> choice)
    {
        choice.ToTable("ReminderChoices");
        choice.HasKey(c => new { c.EmployeeId, c.Occasion });
        choice.Property(c => c.Occasion).HasConversion<string>().HasMaxLength(30);
        choice.HasOne<Employee>().WithMany().HasForeignKey(c => c.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarDayModel : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("CalendarDays");
        day.HasKey(d => d.Day);
        day.Property(d => d.Name).HasMaxLength(CalendarDay.LongestName);
    }
}
