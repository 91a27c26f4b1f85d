using System.Text.RegularExpressions;
using Academy.Domain.Archives;
using Academy.Domain.Assignments;
using Academy.Domain.Auditing;
using Academy.Domain.Certification;
using Academy.Domain.Competitions;
using Academy.Domain.Competitions.Drills;
using Academy.Domain.Competitions.Judging;
using Academy.Domain.Competitions.Practice;
using Academy.Domain.Competitions.Standings;
using Academy.Domain.Files;
using Academy.Domain.Learning;
using Academy.Domain.Letters;
using Academy.Domain.People;
using Academy.Domain.People.Rosters;
using Academy.Domain.Questions.Banks;
using Academy.Domain.Questions.Formats;
using Academy.Domain.Questions.Formats.Sheets;
using Academy.Domain.Questions.Formats.Writing;
using Academy.Domain.Questions.Imports;
using Academy.Domain.Questions.Marking;
using Academy.Domain.Questions.Texts;
using Academy.Domain.Questions.Versions;
using Academy.Domain.Quizzes;
using Academy.Domain.Reminders;
using Academy.Domain.Scheduling;
using Academy.Jobs;
using Academy.Web.Pages.Auditing;
using Academy.Web.Pages.Certification;
using Academy.Web.Pages.Competitions.Judging;
using Academy.Web.Pages.People;
using Academy.Web.Pages.Questions;
using Academy.Web.Pages.Questions.Editor;
using Academy.Web.Pages.Questions.Export;
using Academy.Web.Pages.Quizzes;
using Academy.Web.Pages.Search;
using Academy.Web.Pages.Shared;

namespace Academy.Tests.Conventions;

/// <summary>Every word of the screen stands in both languages, and no word stands there for nothing.</summary>
public sealed partial class TextRules
{
    /// <summary>What the composed keys can become.</summary>
    private static readonly (string Texts, string Template, IEnumerable<string> Values)[] Composed =
    [
        ("ArchivesTexts", "Award.{}", Enum.GetNames<Award>()),
        ("ArchivesTexts", "Discipline.{}", Discipline.All.Select(discipline => discipline.Slug)),
        ("ArchivesTexts", "Edition.{}", Enum.GetNames<EditionKind>()),
        ("ArchivesTexts", "Figure.{}", Discipline.All.Select(discipline => discipline.Slug)),
        ("ArchivesTexts", "Kind.{}", Enum.GetNames<ArchiveKind>()),
        ("ArchivesTexts", "State.{}", Enum.GetNames<EntryState>()),
        ("AskingTexts", "TrueFalse.{}", ["true", "false"]),
        ("AskingTexts", "Type.{}", Enum.GetNames<QuestionType>()),
        ("AskingTexts", "Worth.{}", Enum.GetNames<EarningRule>()),
        ("AuditingTexts", "Act.{}", [.. Act.All.Select(act => act.Name)]),
        ("AuditingTexts", "Acts.{}", [.. Act.ByTrail.Select(trail => trail.Key)]),
        ("AuditingTexts", "Said.{}", AuditWords.Said),
        ("AuditingTexts", "Subject.{}", [.. AuditSubject.All.Select(subject => subject.Name)]),
        ("AuditingTexts", "Fact.{}", AuditWords.Facts),
        ("AuditingTexts", "Value.{}", AuditWords.Values),
        ("BanksTexts", "Access.{}", Enum.GetNames<BankAccess>()),
        ("BanksTexts", "Access.{}.Help", Enum.GetNames<BankAccess>()),
        ("BanksTexts", "Act.{}", Enum.GetNames<SelectionAct>()),
        ("BanksTexts", "Ask.{}", Enum.GetNames<SelectionAct>()),
        ("BanksTexts", "Button.{}", Enum.GetNames<SelectionAct>()),
        ("BanksTexts", "Done.{}", Enum.GetNames<SelectionAct>()),
        ("BanksTexts", "Difficulty.{}", ["1", "2", "3"]),
        ("BanksTexts", "Refusal.{}", Enum.GetNames<LibrarianRefusal>().Concat(Enum.GetNames<CuratorRefusal>())),
        ("BanksTexts", "State.{}", Enum.GetNames<QuestionState>()),
        ("BanksTexts", "Want.{}", Enum.GetNames<QuestionWant>()),
        ("CompetitionsTexts", "Decision.{}", Enum.GetNames<VerdictRefusal>().Except([nameof(VerdictRefusal.NoSuchRun)])),
        ("CompetitionsTexts", "Done.{}", ["publication", "withdrawal", "finalization"]),
        ("CompetitionsTexts", "Level.{}", Numbers(3)),
        ("CompetitionsTexts", "Quarter.{}", Numbers(4)),
        ("CompetitionsTexts", "Refusal.{}", Enum.GetNames<CompetitionRefusal>()),
        ("CompetitionsTexts", "Start.{}", Enum.GetNames<StartRefusal>().Except([nameof(StartRefusal.NoSuchEvent)])),
        ("CompetitionsTexts", "NotEligible.{}", Enum.GetNames<EligibilityRefusal>()),
        ("CompetitionsTexts", "NotEligible.Other.{}", Enum.GetNames<EligibilityRefusal>()),
        ("CompetitionsTexts", "State.{}", Enum.GetNames<CompetitionState>()),
        ("CompetitionsTexts", "State.{}.Text", Enum.GetNames<CompetitionState>()),
        ("ResultsTexts", "Hearing.{}", Enum.GetNames<HearingAct>()),
        ("ResultsTexts", "Hearing.Accept.{}", Enum.GetNames<HearingAct>()),
        ("ResultsTexts", "Objection.State.{}", Enum.GetNames<ObjectionState>()),
        ("ResultsTexts", "Objection.Refusal.{}",
            Enum.GetNames<ObjectionRefusal>().Except([nameof(ObjectionRefusal.NoSuchEvent), nameof(ObjectionRefusal.NoSuchObjection)])),
        ("ResultsTexts", "Screens.Refusal.{}", Enum.GetNames<ScreenRefusal>().Except([nameof(ScreenRefusal.NoSuchScreen)])),
        ("ResultsTexts", "AllRound.{}", Enum.GetNames<AllRoundFormula>()),
        ("ResultsTexts", "AllRound.Rule.{}", Enum.GetNames<AllRoundFormula>()),
        ("ResultsTexts", "Award.{}", Enum.GetNames<Award>()),
        ("ResultsTexts", "AwardRule.{}", Enum.GetNames<AwardRule>()),
        ("ResultsTexts", "Awards.Rule.{}", Enum.GetNames<AwardRule>()),
        ("DrillsTexts", "Chart.{}", ["Characters", "Keys"]),
        ("DrillsTexts", "Chart.{}.Summary", ["Characters", "Keys"]),
        ("DrillsTexts", "Doubt.{}", Enum.GetNames<DoubtReason>()),
        ("DrillsTexts", "Drill.{}", Enum.GetNames<DrillMode>()),
        ("DrillsTexts", "Drill.{}.Rule", Enum.GetNames<DrillMode>()),
        ("DrillsTexts", "Level.{}", Numbers(3)),
        ("DrillsTexts", "Line.{}", Enum.GetNames<LineKind>()),
        ("DrillsTexts", "Pace.{}", KeyedModes),
        ("DrillsTexts", "Pace.Unit.{}", KeyedModes),
        ("DrillsTexts", "Place.{}", Numbers(SlipBook.MostDigits)),
        ("DrillsTexts", "Result.{}", KeyedModes),
        ("DrillsTexts", "Row.{}", Numbers(SlipBook.RowCount)),
        ("DrillsTexts", "Rule.Count.{}", KeyedModes),
        ("DrillsTexts", "Rule.Count.{}.Text", KeyedModes),
        ("DrillsTexts", "Rule.Work.{}", KeyedModes),
        ("DrillsTexts", "Rule.Work.{}.Text", KeyedModes),
        ("DrillsTexts", "Spot.{}", [nameof(SpotKind.Digit), nameof(SpotKind.Place), nameof(SpotKind.Row)]),
        ("DrillsTexts", "Unit.{}", Enum.GetNames<DrillMode>()),
        ("PracticeTexts", "Forecast.{}", Enum.GetNames<ForecastKind>().Except([nameof(ForecastKind.Within)])),
        ("PracticeTexts", "Goal.Help.{}", KeyedModes),
        ("PracticeTexts", "Refusal.{}", Enum.GetNames<GoalRefusal>()),
        ("ErrorsTexts", "{}.Kind", StatusWords),
        ("ErrorsTexts", "{}.Title", StatusWords),
        ("ErrorsTexts", "{}.Text", StatusWords),
        ("PeopleTexts", "Account.{}", Enum.GetNames<AccountState>()),
        ("PeopleTexts", "Act.{}", ActsOnPeople),
        ("PeopleTexts", "Choice.{}", EmploymentChoices.All),
        ("PeopleTexts", "Employment.{}", Enum.GetNames<Employment>()),
        ("PeopleTexts", "Kind.{}", Enum.GetNames<BranchKind>()),
        ("PeopleTexts", "Leave.{}", Enum.GetNames<LeaveKind>()),
        ("ExportTexts", "Format.{}", ExportFormat.All.Select(format => format.Word)),
        ("ExportTexts", "Format.{}.For", ExportFormat.All.Select(format => format.Word)),
        ("ImportTexts", "Choice.{}", Enum.GetNames<RowChoice>()),
        ("ImportTexts", "Format.{}", Enum.GetNames<QuestionFormat>()),
        ("ImportTexts", "Refusal.{}", Enum.GetNames<ImportRefusal>()),
        ("ImportTexts", "Refusal.{}.By",
            [nameof(ImportRefusal.DecidedMeanwhile), nameof(ImportRefusal.AppliedBefore), nameof(ImportRefusal.UndoneBefore)]),
        ("ImportTexts", "Role.{}", Enum.GetNames<SheetPart>()),
        ("ImportTexts", "Same.{}", [nameof(RowChoice.Revise), nameof(RowChoice.LeaveOut), nameof(RowChoice.Add)]),
        (
            "LearningTexts", "Signing.{}",
            [
                nameof(SigningRefusal.EditionChanged), nameof(SigningRefusal.WrongPassword), nameof(SigningRefusal.LockedOut),
                nameof(SigningRefusal.Crowded),
            ]
        ),
        ("JudgingTexts", "Entry.{}",
            Enum.GetNames<EntryRefusal>().Except([nameof(EntryRefusal.NoSuchEvent)])),
        ("JudgingTexts", "Group.{}", Enum.GetNames<SheetItemKind>()),
        ("JudgingTexts", "Settlement.{}", Enum.GetNames<SettlementRefusal>()),
        ("JudgingTexts", "Sheet.{}", Enum.GetNames<SheetRefusal>()),
        ("LearningTexts", "Editor.{}", Enum.GetNames<EditorRefusal>()),
        ("LearningTexts", "Dense.{}", Enum.GetNames<MarkdownExcess>()),
        ("LearningTexts", "LeftOut.{}", Enum.GetNames<LeftOut>()),
        ("LearningTexts", "Rule.{}", Enum.GetNames<AttestationRule>()),
        ("LearningTexts", "State.{}", Enum.GetNames<CourseState>()),
        ("LearningTexts", "Upload.{}", Enum.GetNames<UploadRefusal>()),
        ("PeopleTexts", "Login.{}", Enum.GetNames<AdmissionRefusal>()),
        ("PeopleTexts", "Password.{}", Enum.GetNames<PasswordRefusal>()),
        ("PeopleTexts", "Roster.Action.{}", Enum.GetNames<RosterAction>()),
        ("PeopleTexts", "Roster.Problem.{}", Enum.GetNames<RosterProblemKind>()),
        ("PeopleTexts", "Roster.Kind.{}", Enum.GetNames<RosterKind>()),
        ("PeopleTexts", "Organizer.{}", Enum.GetNames<OrganizerRefusal>()),
        ("PeopleTexts", "Registrar.{}", Enum.GetNames<RegistrarRefusal>()),
        ("PeopleTexts", "Role.{}", Roles.All),
        ("PeopleTexts", "Role.{}.Help", Roles.All),
        ("PeopleTexts", "AccountKeeper.{}", Enum.GetNames<AccountRefusal>()),
        ("QuestionsTexts", "Loss.{}", Enum.GetNames<WritingLoss>()),
        ("QuestionsTexts", "Problem.{}", Enum.GetNames<ReadingProblem>()),
        ("QuizzesTexts", "CountOf.{}", Enum.GetNames<QuestionType>()),
        ("QuizzesTexts", "Refusal.{}", Enum.GetNames<AttemptRefusal>()),
        ("QuizzesTexts", "Rule.Answers.{}", Enum.GetNames<Release>()),
        ("QuizzesTexts", "Rule.Marking.{}", Enum.GetNames<MarkingScheme>()),
        ("QuizzesTexts", "Rule.Score.{}", Enum.GetNames<Release>()),
        ("QuizzesTexts", "Mark.{}", Enum.GetNames<MarkRefusal>()),
        ("QuizzesTexts", "Marker.{}", Enum.GetNames<MarkerRefusal>()),
        ("QuizzesTexts", "Slot.{}", Enum.GetNames<SlotState>()),
        ("EditorTexts", "Advice.{}", Enum.GetNames<AdviceKind>()),
        ("EditorTexts", "Difficulty.{}", ["1", "2", "3"]),
        ("EditorTexts", "Problem.{}", Enum.GetNames<QuestionProblemKind>()),
        ("EditorTexts", "GapKind.{}", Enum.GetNames<GapKind>()),
        ("EditorTexts", "Norm.{}", ["conduct", "discipline", "efficiency", "etiquette", "quality", "skill"]),
        ("EditorTexts", "Refusal.{}", Enum.GetNames<AuthorRefusal>()),
        ("EditorTexts", "Saved.{}", Enum.GetNames<VersionState>()),
        ("EditorTexts", "Stands.{}", Enum.GetNames<VersionState>()),
        ("EditorTexts", "State.{}", Enum.GetNames<VersionState>()),
        ("EditorTexts", "Upload.{}", [nameof(UploadRefusal.TooLarge), nameof(UploadRefusal.Missing)]),
        ("QuizMakingTexts", "Marking.{}", Enum.GetNames<MarkingScheme>()),
        ("QuizMakingTexts", "Refusal.{}", Enum.GetNames<QuizRefusal>()),
        ("QuizMakingTexts", "Release.{}", Enum.GetNames<Release>()),
        ("SchedulingTexts", "About.{}", Jobs),
        ("SchedulingTexts", "Count.{}", Enum.GetNames<Counted>()),
        ("SchedulingTexts", "Job.{}", Jobs),
        ("SchedulingTexts", "Outcome.{}", Enum.GetNames<RunOutcome>()),
        ("SchedulingTexts", "Refusal.{}", Enum.GetNames<ForemanRefusal>()),
        ("SearchTexts", "Place.{}", Enum.GetNames<Place>()),
        ("AssignmentsTexts", "Kind.{}", Enum.GetNames<SubjectKind>()),
        ("AssignmentsTexts", "Recurrence.{}", Enum.GetNames<Recurrence>()),
        ("AssignmentsTexts", "Refusal.{}", Enum.GetNames<AssignmentRefusal>()),
        ("AssignmentsTexts", "Restart.{}", Enum.GetNames<RestartRefusal>()),
        ("CoverageTexts", "Away.{}", Enum.GetNames<LeaveKind>()),
        ("CoverageTexts", "Begun.{}", Enum.GetNames<SubjectKind>()),
        ("CoverageTexts", "Leave.{}", Enum.GetNames<LeaveKind>()),
        ("CoverageTexts", "NotBegun.{}", Enum.GetNames<SubjectKind>()),
        ("MailTexts", "Again.{}", Enum.GetNames<PostRefusal>().Except([nameof(PostRefusal.NoSuchLetter)])),
        ("MailTexts", "Refusal.{}", Enum.GetNames<MailingRefusal>()),
        ("MailTexts", "State.{}", Enum.GetNames<MailingState>()),
        ("LetterTexts", "ArchiveHead.{}", Enum.GetNames<EditionKind>()),
        ("LetterTexts", "Nudge.{}", Enum.GetNames<SubjectKind>()),
        ("LetterTexts", "Reminder.{}", [.. Enum.GetNames<Occasion>(), "Person"]),
        ("RemindersTexts", "Channel.{}", [nameof(Channels.Inbox), nameof(Channels.Mail)]),
        ("RemindersTexts", "Feed.{}", Enum.GetNames<CalendarKind>()),
        ("RemindersTexts", "Hours.{}", [nameof(PostHours.DigestAt), nameof(PostHours.QuietFrom), nameof(PostHours.QuietUntil)]),
        ("RemindersTexts", "Occasion.{}", Enum.GetNames<Occasion>()),
        ("RemindersTexts", "Person.{}", [nameof(CoverageState.Missing), nameof(CoverageState.Done), nameof(CoverageState.Away)]),
        ("RemindersTexts", "Placeholder.{}", [.. Enum.GetValues<Occasion>().SelectMany(Placeholders.Of).Distinct()]),
        ("RemindersTexts", "Refusal.{}", Enum.GetNames<ReminderRefusal>().Except([nameof(ReminderRefusal.ChangedMeanwhile)])),
        ("CertificationTexts", "Field.{}", CertificateField.Names),
        ("CertificationTexts", "Kind.{}", Enum.GetNames<RequirementKind>()),
        ("CertificationTexts", "Origin.{}", Enum.GetNames<CertificateOrigin>()),
        ("CertificationTexts", "Refusal.{}", Enum.GetNames<CertificateRefusal>()),
        ("CertificationTexts", "Requirement.{}", ["Figure", "Months", "Rank", "Subject"]),
        (
            "CertificationTexts", "Scheme.{}",
            ["EnglishTitle", "GraceDays", "Prefix", "Renewal", "RenewalDays", "Requirements", "StartsOn", "Title", "ValidMonths"]
        ),
        ("CertificationTexts", "Scheme.{}.Help", ["Renewal", "Requirements"]),
        ("CertificationTexts", "Scheme.Refusal.{}", Enum.GetNames<SchemeRefusal>()),
        ("CertificationTexts", "State.{}", Enum.GetNames<CertificateState>()),
        ("CertificationTexts", "Verdict.{}", Verdicts),
        ("CertificationTexts", "Verdict.{}.Since", Verdicts),
        ("SharedTexts", "Appearance.{}", Appearances.All),
        ("SharedTexts", "Confidence.{}", Enum.GetNames<Confidence>()),
    ];

    /// <summary>What strangers are told of a certificate.</summary>
    private static IEnumerable<string> Verdicts => Enum.GetNames<CertificateState>().Except([nameof(CertificateState.Renewable)]);

    /// <summary>Those that people have in the browser.</summary>
    private static IEnumerable<string> KeyedModes => Discipline.Practiced.Select(discipline => $"{discipline.Mode}");

    private static IEnumerable<string> Jobs => new Timetable(TimeZoneInfo.Utc).Entries.Select(entry => entry.Name);

    private static IEnumerable<string> ActsOnPeople =>
        Act.All.Select(act => act.Name).Where(name =>
            name.StartsWith("Person", StringComparison.Ordinal)
            || name.StartsWith("Account", StringComparison.Ordinal)
            || name == PeopleTrail.AdministratorRescued.Name
            || name == PeopleTrail.PasswordReset.Name
            || name == PeopleTrail.RolesChanged.Name);

    private static IEnumerable<string> Numbers(int last) => Enumerable.Range(1, last).Select(number => $"{number}");

    private static string[] StatusWords => ["Status.400", "Status.403", "Status.404", "Status.413", "Status.415", "Status.Other"];

    public static TheoryData<string> Names => [.. TextFile.All.Select(texts => texts.Name)];

    [Fact]
    public void Every_key_that_is_used_exists() => Assert.Empty(
        TextUse.All
            .Where(use => !use.IsComposed && !use.Texts.Chinese.ContainsKey(use.Key))
            .Select(use => $"{use.File.Path}: {use.Key} is not in {use.Texts.Name}"));

    /// <summary>Such as Refuse("Login.Incomplete"), which gives the key to the localizer somewhere else.</summary>
    [Theory, MemberData(nameof(Names))]
    public void A_literal_that_looks_like_a_key_is_one(string name)
    {
        var texts = TextFile.Named(name);
        var families = texts.Chinese.Keys
            .Where(key => key.Contains('.', StringComparison.Ordinal))
            .Select(key => key.Split('.')[0])
            .ToHashSet();
        Assert.Empty(
            from file in texts.Users
            from Match literal in DottedLiteral().Matches(file.Text)
            where families.Contains(literal.Groups["family"].Value) && !texts.KnownIn(file).Any(key =>
                key == literal.Groups["key"].Value || key.StartsWith($"{literal.Groups["key"].Value}.", StringComparison.Ordinal))
            select $"{file.Path}: {literal.Value}");
    }

    [Fact]
    public void Every_composed_key_exists_whatever_it_becomes()
    {
        var used = TextUse.All.Where(use => use.IsComposed).Select(use => (use.Texts.Name, use.Key)).ToHashSet();
        Assert.Empty(used.Except(Composed.Select(c => (c.Texts, c.Template))));
        var templates = TextFile.All.ToDictionary(
            texts => texts.Name, texts => texts.Users.SelectMany(file => TextUse.TemplatesIn(file.Text)).ToHashSet());
        Assert.Empty(Composed.Where(c => !templates[c.Texts].Contains(c.Template)).Select(c => $"Nobody composes {c.Template}"));
        Assert.Empty(
            from c in Composed
            from key in Become(c.Template, c.Values)
            where !TextFile.Named(c.Texts).Chinese.ContainsKey(key)
            select $"{key} is not in {c.Texts}");
    }

    [Theory, MemberData(nameof(Names))]
    public void No_key_is_unused(string name)
    {
        var texts = TextFile.Named(name);
        var source = string.Concat(texts.Users.Select(file => file.Text));
        var composed = Composed.Where(c => c.Texts == name).SelectMany(c => Become(c.Template, c.Values)).ToHashSet();
        Assert.DoesNotContain(
            texts.Chinese.Keys,
            key => !IsForScripts(key) && !composed.Contains(key) && !source.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Both_languages_say_the_same_keys_with_the_same_places_for_values(string name)
    {
        var texts = TextFile.Named(name);
        Assert.Equal(texts.Chinese.Keys.Order(), texts.English.Keys.Order());
        Assert.Equal(
            texts.Chinese.OrderBy(t => t.Key).Select(t => $"{t.Key}: {Places(t.Value)}"),
            texts.English.OrderBy(t => t.Key).Select(t => $"{t.Key}: {Places(t.Value)}"));
    }

    [Theory, MemberData(nameof(Names))]
    public void Only_English_chooses_between_one_and_many(string name)
    {
        var texts = TextFile.Named(name);
        Assert.Empty(texts.Chinese.SelectMany(text => FormatsIn(text.Value)).Except([":M月d日", ":yyyy年M月d日"]));
        Assert.All(
            texts.English.SelectMany(text => FormatsIn(text.Value)).Except([":d MMM", ":d MMM yyyy"]),
            format => Assert.Matches(@"^:[^|]+\|[^|]+$", format));
    }

    private static IEnumerable<string> FormatsIn(string text) =>
        Place().Matches(text).Select(place => place.Groups["format"].Value).Where(format => format.Length > 0);

    [Theory, MemberData(nameof(Names))]
    public void English_has_no_Chinese_and_nothing_is_empty(string name)
    {
        var texts = TextFile.Named(name);
        Assert.DoesNotContain(texts.English, text => Chinese().IsMatch(text.Value));
        Assert.DoesNotContain(texts.Chinese.Concat(texts.English), text => text.Value.Length == 0);
    }

    private static bool IsForScripts(string key) => key.StartsWith("Js.", StringComparison.Ordinal);

    private static IEnumerable<string> Become(string template, IEnumerable<string> values) =>
        values.Select(value => template.Replace("{}", value));

    private static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(m => m.Groups["number"].Value).Distinct().Order());

    [GeneratedRegex(@"\{(?<number>\d)(?<format>:[^{}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex("\"(?<key>(?<family>[A-Z][A-Za-z]+)\\.[A-Za-z0-9.]+)\"")]
    private static partial Regex DottedLiteral();

    /// <summary>Han characters and the punctuation that goes with them.</summary>
    [GeneratedRegex(@"[\u3000-\u303F\u3400-\u4DBF\u4E00-\u9FFF\uFF00-\uFFEF]")]
    private static partial Regex Chinese();
}
