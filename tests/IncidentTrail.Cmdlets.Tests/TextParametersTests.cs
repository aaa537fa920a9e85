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
        object[] ofSheets = [12345678901.0, 8m, 9UL, -1.0, 1e30];

        Assert.Equal(
            new object?[] { "0*", null, 1.5, "000000000007", "000000000008" },
            accounts.Transform(null!, new object?[] { "0*", null, 1.5, 7, new PSObject(8L) }));
        Assert.Equal(new object[] { "012345678901", "000000000008", "000000000009", -1.0, 1e30 }, accounts.Transform(null!, ofSheets));
        Assert.Null(accounts.Transform(null!, null!));
        Assert.Equal("x", accounts.Transform(null!, "x"));
        Assert.Equal(new object[] { 7 }, new TrailTextsAttribute().Transform(null!, numbers));
    }

    [Fact]
    public void Lists_in_a_list_are_one_list()
    {
        object[] lists = [new[] { "a", "b" }, new List<string> { "c" }, "d"];

        Assert.Equal(new object[] { "a", "b", "c", "d" }, new TrailTextsAttribute().Transform(null!, lists));
    }

    [Fact]
    public void What_has_no_text_of_its_own_is_refused_and_what_is_called_by_a_name_is_taken()
    {
        var texts = new TrailTextsAttribute();
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("EventName", "StartIncident"));
        object[] others = [TrailActions.All[0], new Uri("https://example.net/"), System.Net.IPAddress.Loopback, DBNull.Value, 'x', 1.5];

        Assert.Equal(others, texts.Transform(null!, others));
        foreach (var given in new object[] { row, new TrailLog { Location = "log" }, new object() })
        {
            var problem = Assert.Throws<ArgumentTransformationMetadataException>(() => texts.Transform(null!, given)).Message;
            Assert.Contains("give one of its properties", problem, StringComparison.Ordinal);
            Assert.Throws<ArgumentTransformationMetadataException>(() => texts.Transform(null!, new[] { "x", given }));
        }
        var table = new System.Collections.Hashtable { ["StartIncident"] = 1 };
        Assert.Contains(
            "give its Keys or Values", Assert.Throws<ArgumentTransformationMetadataException>(() => texts.Transform(null!, table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_is_its_local_midnight_and_a_list_is_no_time()
    {
        var times = new TrailTimeAttribute();
        string[] days = ["2026-03-09"];

        Assert.Equal(new DateTime(2026, 3, 9).ToUniversalTime(), times.Transform(null!, new DateOnly(2026, 3, 9)));
        Assert.Contains("list", Assert.Throws<ArgumentTransformationMetadataException>(() => times.Transform(null!, days)).Message, StringComparison.Ordinal);
    }
}
