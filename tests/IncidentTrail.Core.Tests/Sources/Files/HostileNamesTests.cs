using System.Diagnostics;
using System.Text;
using IncidentTrail.Integrity.Evidence;
using IncidentTrail.Tests.Logs;

namespace IncidentTrail.Tests.Sources.Files;

/// <summary>Names that .NET does not find again, which only Linux allows: to that system a name is bytes.</summary>
public sealed class HostileNamesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("IncidentTrail-names-").FullName;

    // .NET deletes none of them.
    public void Dispose()
    {
        if (!OperatingSystem.IsLinux())
        {
            Directory.Delete(_folder);
            return;
        }
        using var rm = Process.Start("/bin/rm", ["-rf", _folder]);
        rm.WaitForExit();
    }

    [Fact]
    public void A_path_that_is_longer_than_the_system_allows_is_a_fault_and_the_rest_is_read()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write("z.json", "1");
        var (above, below) = (Nested("a"), Nested("b"));
        Write(Path.Combine(below, $"{new string('f', 200)}.json"), "2");
        Directory.Move(Path.Combine(_folder, "b"), Path.Combine(above, "b"));

        var answer = Read();

        Assert.Equal("1", Assert.Single(answer.Events).EventId);
        Assert.Equal(TrailFaultKind.ReadFailed, Assert.Single(answer.Coverage.Faults).Kind);
        Assert.False(answer.Coverage.IsComplete);
    }

    [Theory]
    [InlineData("""a\377.json""")]
    [InlineData("""a\377/b.json""")]
    public void A_name_of_bytes_that_are_no_UTF8_is_not_said_to_be_missing(string name)
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write("z.json", "1");
        Write(name, "2");

        var answer = Read();

        Assert.Equal("1", Assert.Single(answer.Events).EventId);
        Assert.Contains("whose bytes seem to be no UTF-8", Assert.Single(answer.Coverage.Faults).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""a\377.json""", "a\uFFFD.json")]
    [InlineData("""a\377/b.json""", "a\uFFFD/b.json")]
    public void Two_names_that_read_the_same_are_not_read_as_one(string name, string legible)
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write(legible, "1");
        Write(name, "2");

        var answer = Read();

        Assert.Equal("1", Assert.Single(answer.Events).EventId);
        Assert.Equal((0, false), (answer.Coverage.RecordsDuplicate, answer.Coverage.IsComplete));
        Assert.Contains("whose bytes seem to be no UTF-8", Assert.Single(answer.Coverage.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_package_does_not_hide_behind_a_name_that_reads_the_same()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Write("a\uFFFD.json", "1");
        Write("""a\377.json""", "2");

        using var package = new EvidenceFolder(_folder);

        Assert.Equal("a\uFFFD.json", Assert.Single(package.Names));
        Assert.EndsWith("/a\uFFFD.json", Assert.Single(package.Odd).Location, StringComparison.Ordinal);
    }

    private LogReading.LogAnswer Read() => LogReading.ReadSource(new FileSource([_folder]));

    private string Nested(string name)
    {
        var path = Path.Combine([_folder, name, .. Enumerable.Repeat(new string('d', 200), 10)]);
        Directory.CreateDirectory(path);
        return path;
    }

    // A shell knows of names by their bytes.
    private void Write(string name, string id)
    {
        var script = $"n=\"$(printf '{name}')\"; mkdir -p \"$(dirname \"$n\")\" && cat > \"$n\"";
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script])
        {
            WorkingDirectory = _folder, RedirectStandardInput = true, StandardInputEncoding = new UTF8Encoding(false),
        })!;
        shell.StandardInput.Write(
            $$"""{"Records":[{"eventVersion":"1.11","eventSource":"ssm-incidents.amazonaws.com","eventName":"StartIncident","eventID":"{{id}}"}]}""");
        shell.StandardInput.Close();
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
