using IncidentTrail.Shell.Engine;

namespace IncidentTrail.Module.Tests.Shell;

public sealed class StagedModuleTests
{
    [Fact]
    public void A_module_that_was_not_built_is_named_with_the_remedy()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var complaint = StagedModule.Complaint(folder);

        Assert.Contains(folder, complaint);
        Assert.Contains("dotnet build", complaint);
    }

    [Fact]
    public void A_module_that_was_built_gives_no_complaint() => Assert.Null(StagedModule.Complaint(StagedModule.Folder));
}
