using Academy.Domain;
using Academy.Domain.Opening;
using Academy.Tests.Hosting;
using Academy.Tests.Learning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Academy.Tests.Opening;

/// <summary>A small content folder of a course, a bank and a quiz, and an academy that opens with it.</summary>
internal sealed class SampleContent : IAsyncDisposable
{
    public const string Lesson = "courses/manners/greeting.md";
    public const string Course = "courses/manners/course.yaml";
    public const string Bank = "banks/manners.gift";
    public const string Quiz = "quizzes/manners.yaml";

    private readonly TemporaryFolder folder = new();
    private readonly Told told = new();

    public SampleContent(bool asksFirst = false)
    {
        Store = new AcademyStore(
            given => given with { ContentDirectory = folder.Path, Demonstration = false, AsksFirst = asksFirst },
            services => services.AddLogging(log => log.AddProvider(told)));
        Write(Lesson, SampleLesson.Text);
        Write(Course,
            """
            title: 服务礼仪
            shortTitle: 礼仪
            summary: 第一句话怎么说。
            order: 1
            editedOn: 2026-10-12
            lessons: [greeting]
            """);
        Write(Bank,
            """
            $CATEGORY: 服务礼仪

            // [id:manners-001] [tag:clause:manners/greet-first]
            ::一::先做什么？{=问好 ~问事 ####先问好。}

            // [id:manners-002] [tag:clause:manners/ask-then]
            ::二::再做什么？{~问好 =问事 ####再问事。}

            // [id:manners-003] [tag:clause:manners/greet-first]
            ::三::先问事。{FALSE####先问好。}
            """);
        Write(Quiz,
            """
            title: 礼仪小测
            description: 自测
            course: manners
            limitMinutes: 10
            passPoints: 6
            opens: { days: -1, time: "09:00" }
            closes: { days: 5, time: "18:00" }
            sections:
              - { type: single-choice, banks: [manners], draw: 2, points: 5 }
            """);
    }

    public AcademyStore Store { get; }

    /// <summary>What whoever starts the academy is warned of.</summary>
    public IReadOnlyList<string> Warnings => told.Warnings;

    public Task OpenAsync() => Store.TellAsync((OpeningRoutine routine) => routine.RunAsync(CancellationToken.None));

    /// <summary>Opens it with the yes of an administrator.</summary>
    public Task OpenAsync(string agree) => Store.TellAsync((IServiceProvider services) =>
    {
        var settings = services.GetRequiredService<AcademySettings>() with { Agree = agree };
        var consent = ActivatorUtilities.CreateInstance<Consent>(services, settings);
        var loader = ActivatorUtilities.CreateInstance<ContentLoader>(services, consent);
        return ActivatorUtilities.CreateInstance<OpeningRoutine>(services, consent, loader).RunAsync(CancellationToken.None);
    });

    public string Read(string file) => File.ReadAllText(Path.Combine(folder.Path, file));

    public void Write(string file, string text)
    {
        var path = Path.Combine(folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Change(string file, string part, string instead)
    {
        var text = Read(file);
        Assert.Contains(part, text, StringComparison.Ordinal);
        Write(file, text.Replace(part, instead, StringComparison.Ordinal));
    }

    public void DeleteAll() => Directory.Delete(folder.Path, recursive: true);

    public void Delete(string file) => File.Delete(Path.Combine(folder.Path, file));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Dispose();
        told.Dispose();
    }

    private sealed class Told : ILoggerProvider, ILogger
    {
        public List<string> Warnings { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Warnings.Add(formatter(state, exception));
        }

        public void Dispose() { }
    }
}
