namespace IncidentTrail.Module.Tests.Staging;

public sealed class StagedFilesTests
{
    [Fact]
    public void What_is_staged_is_exactly_what_the_manifest_lists()
    {
        var staged = Directory.EnumerateFiles(Repository.StagedModule, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.StagedModule, file).Replace('\\', '/'));

        Assert.Equal(
            ManifestTable.Read(Repository.Manifest).Texts("FileList").Order(StringComparer.Ordinal),
            staged.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_staged_manifest_is_the_source_manifest() =>
        Assert.Equal(
            File.ReadAllText(Path.Combine(Repository.Root, "IncidentTrail.psd1")),
            File.ReadAllText(Repository.Manifest));
}
