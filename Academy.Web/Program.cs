using Academy.Web;
using Academy.Web.Commands;

WebApplication app;
try
{
    if (Verbs.AreIn(args)) return await Verbs.InvokeAsync(args);

    app = AcademyHost.CreateBuilder(args).Build();
    app.UseAcademy();
    await app.OpenAsync();
    await app.StartServingAsync();
}
catch (Exception failure) when (StartProblem.Of(failure) is { } words)
{
    await Console.Error.WriteLineAsync(words);
    return 1;
}

await using (app) await app.WaitForShutdownAsync();
return 0;
