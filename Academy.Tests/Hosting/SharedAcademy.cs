namespace Academy.Tests.Hosting;

/// <summary>One running academy for all tests of a class that leave nothing behind, or nothing that another of them meets.</summary>
public sealed class SharedAcademy(OpenedAcademy opened) : IAsyncDisposable
{
    public AcademyApp App { get; } = new(opened);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
