using System.Net;
using Academy.Domain.People;

namespace Academy.Web.Security;

public static class Callers
{
    extension(HttpContext context)
    {
        /// <summary>Whoever asks, by their address alone.</summary>
        public Caller Caller => Caller.At(context.Connection.RemoteIpAddress ?? IPAddress.None);
    }
}
