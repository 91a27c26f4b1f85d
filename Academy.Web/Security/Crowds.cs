using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Academy.Web.Security;

/// <summary>How a page answers when too many want the same.</summary>
public static class Crowds
{
    extension(PageModel page)
    {
        /// <summary>The page with what it says, as 429 and with the time after which to try again.</summary>
        public PageResult AskToComeBack(TimeSpan wait)
        {
            page.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            var answer = page.Page();
            answer.StatusCode = StatusCodes.Status429TooManyRequests;
            return answer;
        }
    }
}
