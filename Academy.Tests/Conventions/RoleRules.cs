using System.Reflection;
using Academy.Domain;
using Academy.Domain.Data;
using Academy.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Academy.Tests.Conventions;

/// <summary>
/// One act, one turn: who acts is told ids and what the person saw, and loads the rest in the turn. An entity that somebody loaded
/// before may be another by then.
/// </summary>
public sealed class RoleRules(OpenedAcademy opened)
{
    [Fact]
    public async Task Nobody_who_acts_takes_an_entity_that_somebody_else_has_loaded()
    {
        var entities = await EntitiesAsync();
        var roles = typeof(AcademyDomain).Assembly.GetTypes().Where(IsRole).ToList();
        Assert.Contains(typeof(Domain.Quizzes.Examiner), roles);
        Assert.Contains(typeof(Domain.Assignments.CoverageLedger), roles);
        Assert.Empty(
            from role in roles
            from act in role.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where act.ReturnType.IsAssignableTo(typeof(Task))
            from parameter in act.GetParameters()
            where PartsOf(parameter.ParameterType).Any(entities.Contains)
            select $"{role.Name}.{act.Name} takes {parameter.Name}");
    }

    /// <summary>Whoever asks for the store, or for units of work of its own.</summary>
    private static bool IsRole(Type type) =>
        type is { IsClass: true, IsPublic: true, IsAbstract: false }
        && type.GetConstructors().Any(made => made.GetParameters().Any(given =>
            given.ParameterType == typeof(AcademyDb) || given.ParameterType == typeof(IDbContextFactory<AcademyDb>)));

    /// <summary>Whatever can be reached from something of that type.</summary>
    private static HashSet<Type> PartsOf(Type whole)
    {
        HashSet<Type> parts = [];
        Add(whole);
        return parts;

        void Add(Type part)
        {
            if (!parts.Add(part)) return;
            if (part.IsArray) Add(part.GetElementType()!);
            foreach (var argument in part.GetGenericArguments()) Add(argument);
            if (part.Assembly != typeof(AcademyDomain).Assembly) return;

            foreach (var property in part.GetProperties(BindingFlags.Public | BindingFlags.Instance)) Add(property.PropertyType);
        }
    }

    private async Task<HashSet<Type>> EntitiesAsync()
    {
        await using var store = new AcademyStore(opened);
        return await store.AskAsync((AcademyDb db) =>
            Task.FromResult(db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).Select(entity => entity.ClrType).ToHashSet()));
    }
}
