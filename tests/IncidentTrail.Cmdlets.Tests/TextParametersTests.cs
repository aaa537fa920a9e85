using System.Management.Automation;
using System.Reflection;
using IncidentTrail.PowerShell;

namespace IncidentTrail.Cmdlets.Tests;

public sealed class TextParametersTests
{
    [Fact]
    public void Texts_that_are_typed_are_taken_from_any_collection_and_accounts_from_numbers()
    {
        // What the pipeline brings comes one by one. A -Path that is not there is named.
        var typed = typeof(TrailTextsAttribute).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.PropertyType == typeof(string[]) && property.Name != "Path")
            .Where(property => property.GetCustomAttributes<ParameterAttribute>().ToList() is { Count: > 0 } given
                && !given.Exists(p => p.ValueFromPipeline || p.ValueFromPipelineByPropertyName))
            .ToList();

        Assert.Contains(typed, property => property.Name == "AccountId");
        Assert.All(typed, property => Assert.Equal(
            property.Name == "AccountId" ? 12 : 0, property.GetCustomAttribute<TrailTextsAttribute>()?.Digits));
    }

    [Fact]
    public void A_number_gets_its_zeros_and_what_is_none_stays()
    {
        var accounts = new TrailTextsAttribute { Digits = 12 };
        int[] numbers = [7];

        Assert.Equal(
            new object?[] { "0*", null, 1.5, "000000000007", "000000000008" },
            accounts.Transform(null!, new object?[] { "0*", null, 1.5, 7, new PSObject(8L) }));
        Assert.Null(accounts.Transform(null!, null!));
        Assert.Equal("x", accounts.Transform(null!, "x"));
        Assert.Equal(new object[] { 7 }, new TrailTextsAttribute().Transform(null!, numbers));
    }
}
