using System.Collections;
using System.Management.Automation;
using System.Reflection;
using IncidentTrail.PowerShell;

namespace IncidentTrail.Cmdlets.Tests;

/// <summary>What Get-Help names as a parameter's default is what the cmdlet takes where the parameter is not given.</summary>
public sealed class DefaultsTests
{
    private static readonly Type[] s_cmdlets =
        [.. typeof(GetIncidentTrailEventCommand).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(PSCmdlet)))];

    [Fact]
    public void A_value_that_a_cmdlet_begins_with_is_named()
    {
        Assert.Equal(14, s_cmdlets.Length);
        Assert.All(s_cmdlets, type =>
        {
            var cmdlet = Activator.CreateInstance(type);
            foreach (var property in Parameters(type))
            {
                if (Text(property.GetValue(cmdlet)) is { } text)
                    Assert.Equal((type.Name, property.Name, text), (type.Name, property.Name, HelpOf(property)));
            }
        });
    }

    [Fact]
    public void What_a_cmdlet_chooses_where_nothing_is_given_is_named()
    {
        AssertNamed("ThrottleLimit", $"{CmdletLimits.DownloadsAtOnce}");
        AssertNamed("GroupBy", $"{default(TrailCallerGrouping)}");
        AssertNamed("PollInterval", $"{Text(CmdletLimits.ListingInterval)}; of folders {Text(CmdletLimits.FolderInterval)}");
    }

    private static void AssertNamed(string name, string expected) =>
        Assert.Equal([expected], s_cmdlets.SelectMany(Parameters).Where(property => property.Name == name).Select(HelpOf).Distinct());

    private static IEnumerable<PropertyInfo> Parameters(Type type) => type.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute)));

    private static string? HelpOf(PropertyInfo property) => property.GetCustomAttribute<PSDefaultValueAttribute>()?.Help;

    // Null for what means that nothing was given.
    private static string? Text(object? value) => value switch
    {
        null or SwitchParameter or Enum or 0 or 0L or long.MaxValue or "" => null,
        TimeSpan span when span == TimeSpan.Zero => null,
        TimeSpan span => span.Days > 0 ? Counted(span.Days, "day") : span.Minutes > 0 ? Counted(span.Minutes, "minute") : Counted(span.Seconds, "second"),
        DateTime time when time == default => null,
        TimeZoneInfo zone => zone.Equals(TimeZoneInfo.Local) ? "the session's" : zone.Id,
        long bytes => $"{bytes >> 30}GB",
        string text => text,
        IEnumerable many => string.Join(", ", many.Cast<object>()) is { Length: > 0 } texts ? texts : null,
        _ => value.ToString(),
    };

    private static string Counted(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
