using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Academy.Web.Security;

/// <summary>
/// What a page has written into its form itself, and nobody types, is to be chosen from: which of two acts, of a few words, of whom.
/// Where it cannot be read nothing is done; left alone it would be taken for the other act, or for none.
/// </summary>
public sealed class ReadableChoices : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method)) return;

        var choices = context.ActionDescriptor.BoundProperties
            .Where(field => IsChoice(field.ParameterType))
            .Select(field => field.BindingInfo?.BinderModelName ?? field.Name);
        if (choices.Any(name => context.ModelState.GetFieldValidationState(name) == ModelValidationState.Invalid))
            context.Result = new BadRequestResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }

    private static bool IsChoice(Type type)
    {
        var held = type.IsGenericType ? type.GetGenericArguments()[0] : type;
        return held.IsEnum || held == typeof(bool) || held == typeof(long);
    }
}
