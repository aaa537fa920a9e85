using System.Globalization;
using IncidentTrail.PowerShell;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>
/// Wildcards that PowerShell matches for us. With IgnoreCase alone its WildcardPattern (PowerShell 7.6.9) goes by the current
/// culture: in Turkish the small letter of I is another one (findings/powershell-like-goes-by-the-culture.sh).
/// </summary>
public sealed class WildcardTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    public void Names_match_ignoring_case_in_every_culture(string culture) => Under(culture, () => Assert.Equal(
        new object?[] { nameof(TrailCallerKind.IamUser), nameof(TrailCallerKind.IdentityCenterUser), nameof(TrailCallerKind.WebIdentityUser) },
        new TrailNamesAttribute(typeof(TrailCallerKind)).Transform(null!, new object[] { "iam*", "*IDENTITY*" })));

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    public void Paths_at_any_depth_match_ignoring_case_in_every_culture(string culture) => Under(culture, () => InFolder(folder =>
    {
        var file = Path.Combine(folder, "AWSLogs", "INCIDENTS.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");

        Assert.Equal([file], AnyDepth.Of("logs/**/incident*")!.Below(folder).Select(found => found.Path));
    }));

    [Fact]
    public void Below_a_folder_links_to_files_are_files_and_links_to_folders_are_said() => InFolder(folder =>
    {
        if (OperatingSystem.IsWindows())
            return;
        var (real, linked) = (Path.Combine(folder, "b.json"), Path.Combine(folder, "a.json"));
        File.WriteAllText(real, "");
        File.CreateSymbolicLink(linked, real);
        Directory.CreateSymbolicLink(Path.Combine(folder, "other"), Path.GetTempPath());

        var found = AnyDepth.Of("logs/**/*.json")!.Below(folder).ToList();

        Assert.Equal([linked, real], found.Where(file => file.Notice is null).Select(file => file.Path));
        Assert.Contains("was not followed", Assert.Single(found, file => file.Notice is not null).Notice!.Text);
    });

    private static void InFolder(Action<string> check)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            check(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("**/a.gz", ".")]
    [InlineData("/**/a.gz", "/")]
    [InlineData("logs/**", "logs")]
    [InlineData("/logs//**/a.gz", "/logs")]
    [InlineData("//server/share/**/a.gz", "//server/share")]
    [InlineData("D:/**/a.gz", "D:/")]
    [InlineData("D:/logs/**/a.gz", "D:/logs")]
    public void What_stands_before_any_depth_is_the_folder_and_of_a_drive_its_root(string path, string root) =>
        Assert.Equal(root, AnyDepth.Of(path)!.Root);

    private static void Under(string culture, Action check)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            check();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
