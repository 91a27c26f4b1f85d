using System.Security.Claims;
using Academy.Domain.People;
using Academy.Domain.Questions.Banks;

namespace Academy.Web.Security;

public static class BankUserExtensions
{
    extension(ClaimsPrincipal person)
    {
        /// <summary>What the person is among those who work on banks.</summary>
        public BankUser BankUser => new(person.Id, person.IsInRole(Roles.Administrator));
    }
}
