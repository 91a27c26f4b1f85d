using Academy.Web;
using Academy.Web.Commands;

try
{
    if (Verbs.AreIn(args)) return await Verbs.InvokeAsync(args);

    var app = AcademyHost.CreateBuilder(args).Build();
    app.UseAcademy();
    await app.OpenAsync();
    return await app.ServeAsync();
}
catch (Exception failure) when (StartFault.Of(failure) is { } words)
{
    await Console.Error.WriteLineAsync(words);
    return 1;
}
