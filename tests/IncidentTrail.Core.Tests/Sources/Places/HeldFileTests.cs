using IncidentTrail.Sources.Places;

namespace IncidentTrail.Tests.Sources.Places;

/// <summary>A file that somebody holds, as a log is held that is saved until it lies in its place.</summary>
public sealed class HeldFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("held").FullName;
    private readonly List<TimeSpan> _waits = [];

    private string FilePath => Path.Combine(_folder, "a.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void One_that_is_let_go_of_is_opened()
    {
        var held = Hold();

        using var opened = HeldFile.Outlast(FilePath, File.OpenRead, _ => held.Dispose());

        Assert.True(opened.CanRead);
    }

    [Fact]
    public void One_that_is_held_on_is_an_error_after_a_moment()
    {
        using var held = Hold();

        var error = Assert.Throws<IOException>(() => HeldFile.Outlast(FilePath, File.OpenRead, _waits.Add));

        Assert.True(HeldFile.Is(error));
        Assert.Equal(Enumerable.Repeat(EngineLimits.HeldFileWait, EngineLimits.HeldFileTries - 1), _waits);
    }

    [Fact]
    public void Nothing_else_is_waited_for()
    {
        Assert.Throws<FileNotFoundException>(() => HeldFile.Outlast(FilePath, File.OpenRead, _waits.Add));

        Assert.Empty(_waits);
    }

    private FileStream Hold() => new(FilePath, FileMode.CreateNew, FileAccess.Write, FileShare.None);
}
