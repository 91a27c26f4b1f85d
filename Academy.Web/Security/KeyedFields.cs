using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace Academy.Web.Security;

/// <summary>
/// Reads fields that are told apart by a key, <c>Columns[3]=Stem</c>, wherever a form has some. What is sent twice counts once: the
/// framework takes pairs, too, and breaks down over two of one key.
/// </summary>
internal sealed class KeyedFields : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.Metadata.ModelType == typeof(Dictionary<int, string?>)) return new Binder<int>();
        return context.Metadata.ModelType == typeof(Dictionary<string, string?>) ? new Binder<string>() : null;
    }

    private sealed class Binder<TKey> : IModelBinder
        where TKey : IParsable<TKey>
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var fields = new Dictionary<TKey, string?>();
            var (request, begin) = (bindingContext.HttpContext.Request, $"{bindingContext.ModelName}[");
            IEnumerable<KeyValuePair<string, StringValues>> sent = request.HasFormContentType ? request.Form : request.Query;
            foreach (var (name, values) in sent)
            {
                if (name.StartsWith(begin, StringComparison.Ordinal)
                    && name.EndsWith(']')
                    && TKey.TryParse(name[begin.Length..^1], CultureInfo.InvariantCulture, out var key))
                {
                    fields[key] = values[0];
                }
            }

            if (fields.Count > 0) bindingContext.Result = ModelBindingResult.Success(fields);
            return Task.CompletedTask;
        }
    }
}
