using System.Text.RegularExpressions;

namespace IncidentTrail.Tests.Architecture.Tables;

/// <summary>A limit is found in one of its project's tables of them.</summary>
public sealed partial class LimitsTests
{
    // The default of what people set stands at what they set; a drawing's day is a unit, and no limit.
    private static readonly string[] Others = ["TrailQuery.cs", "TrailIncidentQuery.cs", "HtmlDrawing.cs"];

    [Theory]
    [InlineData("IncidentTrail.Core", "EngineLimits.cs", "WatchLimits.cs")]
    [InlineData("IncidentTrail.Aws", "AdapterLimits.cs")]
    [InlineData("IncidentTrail", "CmdletLimits.cs")]
    public void No_span_of_time_is_written_outside_the_tables(string project, params string[] tables)
    {
        var source = Path.Combine(Repository.Root, "src", project);
        var written = SourceFile.ReadAll(source)
            .Where(f => Span().IsMatch(File.ReadAllText(Path.Combine(source, f.Path))))
            .Select(f => Path.GetFileName(f.Path))
            .ToList();

        Assert.Equal([], written.Except(Others).Except(tables));
        Assert.All(tables, table => Assert.True(File.Exists(Path.Combine(source, table)), $"{project} has no {table}"));
    }

    [GeneratedRegex(@"TimeSpan\.From(Days|Hours|Minutes|Seconds|Milliseconds)\(\d")]
    private static partial Regex Span();
}
