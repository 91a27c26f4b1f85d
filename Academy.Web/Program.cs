using Academy.Web;
using Academy.Web.Commands;

if (Verbs.AreIn(args)) return await Verbs.InvokeAsync(args);

var app = AcademyHost.CreateBuilder(args).Build();
app.UseAcademy();
return await app.OpenAsync() ? await app.ServeAsync() : 1;
