using System.CommandLine;
using System.Text;
using Academy.Domain.Data;
using Academy.Domain.Opening;
using Academy.Domain.Opening.Growth;
using Academy.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;

namespace Academy.Web.Commands;

/// <summary>What the program does besides serving pages. Results go to standard output, messages to standard error.</summary>
public static class Verbs
{
    private static readonly string[] Words = ["--help", "-h", "--version"];

    /// <summary>
    /// Whether the program is asked for something else than to serve: a word that is no setting, known as a verb or not, or a setting
    /// that says nothing.
    /// </summary>
    public static bool AreIn(string[] args)
    {
        if (args is [var first, ..] && Words.Contains(first)) return true;

        for (var at = 0; at < args.Length; at++)
        {
            if (args[at].Contains('=', StringComparison.Ordinal)) continue;
            if (!IsSetting(args[at])) return true;

            // The next one is its value.
            if (++at == args.Length || IsSetting(args[at]) && args[at].StartsWith('-')) return true;
        }

        return false;
    }

    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand("Academy: staff training, skills competition and certification. Without a verb it serves the pages.")
        {
            new Command("people", "People and their accounts") { CreateAdmin(), Rescue() },
            new Command("questions", "Questions and their files") { Preview() },
            new Command("archive", "The score archive") { ArchiveVerbs.Verify(), ArchiveVerbs.Export() },
            new Command("demo", "The demonstration bank") { Grow() },
        };
        // What the verbs do not know are settings, such as --Academy:DataDirectory.
        foreach (var verb in root.Subcommands.SelectMany(group => group.Subcommands).Where(verb => verb.Arguments.Count == 0))
            verb.TreatUnmatchedTokensAsErrors = false;
        var asked = root.Parse(args);
        if (asked.Errors.Count > 0) return await FailAsync($"{Unknown(asked) ?? asked.Errors[0].Message} See --help.");

        return await asked.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>One dash is none: what follows it would be passed over in silence.</summary>
    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) || word.StartsWith('/');

    private static string? Unknown(ParseResult asked)
    {
        if (asked.UnmatchedTokens is not [var first, ..] || asked.CommandResult.Command.Subcommands.Count == 0) return null;

        return IsSetting(first)
            ? $"'{first}' is no setting with a value, such as --urls http://127.0.0.1:5000; nothing is started."
            : $"'{first}' is nothing that the academy does; nothing is started.";
    }

    private static Command CreateAdmin()
    {
        var number = new Option<string>("--number") { Description = "The administrator's employee number", Required = true };
        var name = new Option<string>("--name") { Description = "The administrator's name", Required = true };
        var ask = new Option<bool>("--ask-password") { Description = "Ask for the first password instead of printing a one-time one" };
        var command = new Command("create-admin", "Make the first administrator; the password must be changed at the first sign-in")
        {
            number,
            name,
            ask,
        };
        command.SetAction(async (result, ct) =>
        {
            var owner = new PasswordOwner(RollEntry.Number.Read(result.GetValue(number)), OneLine.Of(result.GetValue(name)), "");
            if (!RollEntry.Number.Accepts(owner.Number) || !RollEntry.PersonName.Accepts(owner.Name))
                return await FailAsync(ReasonOf(RegistrarRefusal.Malformed));

            return await WithAcademyAsync(
                result.UnmatchedTokens, services => CreateAdminAsync(services, owner, result.GetValue(ask), ct), ct);
        });
        return command;
    }

    private static async Task<int> CreateAdminAsync(IServiceProvider services, PasswordOwner owner, bool asked, CancellationToken ct)
    {
        var password = asked ? AskPassword() : Registrar.OneTimePassword();
        if (asked && services.GetRequiredService<Passwords>().Refusal(owner, null, password) is { } refused)
            return await FailAsync(ReasonOf(refused));

        var refusal = await services.GetRequiredService<Registrar>().CreateFirstAdministratorAsync(owner.Number, owner.Name, password, ct);
        if (refusal is { } reason) return await FailAsync(ReasonOf(reason));
        if (!asked) Console.WriteLine(password);
        return 0;
    }

    private static Command Rescue()
    {
        var number = new Option<string>("--number") { Description = "The administrator's employee number", Required = true };
        var command = new Command("rescue", "Let an administrator in again who is locked out: prints a one-time password") { number };
        command.SetAction((result, ct) => BesideServerAsync(result.UnmatchedTokens, async services =>
        {
            var password = await services.GetRequiredService<AccountKeeper>().RescueAsync(result.GetValue(number)!, ct);
            if (password is null) return await FailAsync("No administrator who may sign in has this number.");
            Console.WriteLine(password);
            return 0;
        }, ct));
        return command;
    }

    private static Command Preview()
    {
        var files = new Argument<FileInfo[]>("files")
        {
            Description = "Workbooks, tables, typed texts and Word documents, Moodle XML, GIFT, Aiken, cloze or missing word",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("preview", "Say what files of questions hold, one JSON object a line; nothing is changed") { files };
        command.SetAction(async (result, ct) =>
        {
            var status = 0;
            foreach (var file in result.GetValue(files)!)
            {
                if (!file.Exists) status = await FailAsync($"{file}: there is no such file.");
                else if (QuestionPreview.Of(file.ToString(), await File.ReadAllBytesAsync(file.FullName, ct)) is { } preview)
                    Console.WriteLine(preview);
                else status = await FailAsync($"{file}: this is no file of questions in a format that is known.");
            }

            return status;
        });
        return command;
    }

    private static Command Grow()
    {
        var employees = new Option<int>("--employees") { Description = "How many people there shall be", Required = true };
        var responses = new Option<int>("--responses") { Description = "How many responses there shall be", Required = true };
        var branches = new Option<int?>("--branches")
        {
            Description = "How many branches and outlets there shall be; one to 33 people when absent",
        };
        var command = new Command("grow", "Fill a data directory with a large bank, for measurements (Development only)")
        {
            employees,
            responses,
            branches,
        };
        command.SetAction((result, ct) => WithAcademyAsync(result.UnmatchedTokens, async services =>
        {
            if (!services.GetRequiredService<Domain.AcademySettings>().Demonstration)
                return await FailAsync("Only a demonstration bank grows: set ASPNETCORE_ENVIRONMENT=Development.");

            await services.GetRequiredService<DemonstrationGrowth>().GrowAsync(
                result.GetValue(employees), result.GetValue(responses), result.GetValue(branches), ct);
            var db = services.GetRequiredService<AcademyDb>();
            var (people, units) = (await db.Users.CountAsync(ct), await db.Branches.CountAsync(ct));
            var answers = await db.Set<Domain.Quizzes.Response>().CountAsync(ct);
            Console.WriteLine($"{{\"employees\": {people}, \"branches\": {units}, \"responses\": {answers}}}");
            return 0;
        }, ct));
        return command;
    }

    /// <summary>Opens the academy, and acts on it.</summary>
    private static Task<int> WithAcademyAsync(
        IReadOnlyList<string> settings, Func<IServiceProvider, Task<int>> act, CancellationToken ct) =>
        ActAsync(settings, routine => routine.RunAsync(ct), act);

    /// <summary>Acts on an academy that is open.</summary>
    internal static Task<int> BesideServerAsync(
        IReadOnlyList<string> settings, Func<IServiceProvider, Task<int>> act, CancellationToken ct) =>
        ActAsync(settings, routine => routine.JoinAsync(ct), act);

    private static async Task<int> ActAsync(
        IReadOnlyList<string> settings, Func<OpeningRoutine, Task> begin, Func<IServiceProvider, Task<int>> act)
    {
        var builder = AcademyHost.CreateBuilder([.. settings]);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = builder.Build();
        await using var scope = app.Services.CreateAsyncScope();
        await begin(scope.ServiceProvider.GetRequiredService<OpeningRoutine>());
        return await act(scope.ServiceProvider);
    }

    private static string AskPassword()
    {
        Console.Error.Write("First password: ");
        if (Console.IsInputRedirected) return Console.ReadLine() ?? "";

        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace) typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar)) typed.Append(key.KeyChar);
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }

    private static string ReasonOf(PasswordRefusal refusal) => refusal switch
    {
        PasswordRefusal.TooShort => $"The password needs at least {Passwords.LeastLength} characters.",
        PasswordRefusal.TooLong => $"The password may have {Passwords.MostLength} characters at most.",
        PasswordRefusal.NeedsLetterAndDigit => "The password needs both letters and digits.",
        PasswordRefusal.ContainsNumber => "The password must not contain the employee number.",
        PasswordRefusal.TooCommon =>
            "The password is guessed too easily: it is made of common words, names, dates, telephone numbers or keys in a row.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    private static string ReasonOf(RegistrarRefusal refusal) => refusal switch
    {
        RegistrarRefusal.Malformed =>
            $"An employee number has at most {RollEntry.Number.Longest} letters, digits, dots, hyphens and underscores, and at least one "
            + $"digit; a name has at most {RollEntry.PersonName.Longest} characters.",
        RegistrarRefusal.NumberTaken => "Somebody already has this employee number.",
        RegistrarRefusal.AdministratorExists => "There is an administrator already; new ones are made by administrators.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    internal static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 1;
    }
}
