using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Academy.Web.Pages.Questions.Import;

/// <summary>
/// Reads what each column of a sheet holds, <c>Columns[3]=Stem</c>. What is sent twice counts once: the framework takes pairs, too, and
/// breaks down over two of one key.
/// </summary>
internal sealed class ColumnRolesBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var roles = new Dictionary<int, string?>();
        var (form, begin) = (bindingContext.HttpContext.Request.Form, $"{bindingContext.ModelName}[");
        foreach (var (name, values) in form)
        {
            if (name.StartsWith(begin, StringComparison.Ordinal)
                && name.EndsWith(']')
                && int.TryParse(name.AsSpan()[begin.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var column))
            {
                roles[column] = values[0];
            }
        }

        if (roles.Count > 0) bindingContext.Result = ModelBindingResult.Success(roles);
        return Task.CompletedTask;
    }
}
