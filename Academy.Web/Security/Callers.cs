using System.Net;
using Academy.Domain.Auditing;
using Academy.Domain.People;

namespace Academy.Web.Security;

public static class Callers
{
    extension(HttpContext context)
    {
        /// <summary>Whoever asks, by their address alone.</summary>
        public Caller Caller => Caller.At(context.Connection.RemoteIpAddress ?? IPAddress.None);

        /// <summary>Whoever is signed in, with the address, for what the trail tells together with it.</summary>
        public Actor Actor => context.User.Actor with { Address = context.Caller.AddressText };
    }
}
