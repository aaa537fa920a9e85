using IncidentTrail.PowerShell.Reading;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>What the module reads at its import, so that the first command need not wait for the compiler.</summary>
public sealed class RehearsalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rehearsal");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task It_reads_a_folder_as_a_command_without_filters_does()
    {
        Put("""{"Records":[{"eventSource":"ssm-incidents.amazonaws.com"},{"eventSource":"s3.amazonaws.com"},{"eventSource":"ssm-contacts.amazonaws.com"}]}""");

        Assert.Equal(2, await Rehearsal.ReadAsync(_folder.FullName));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("no\0name")]
    public async Task A_folder_that_cannot_be_read_is_nobodys_business(string name) =>
        Assert.Equal(0, await Rehearsal.ReadAsync(Path.Join(_folder.FullName, name)));

    private void Put(string json) => File.WriteAllText(Path.Combine(_folder.FullName, "log.json"), json);
}
