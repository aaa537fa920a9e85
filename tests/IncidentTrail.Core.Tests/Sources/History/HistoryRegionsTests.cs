using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

public sealed class HistoryRegionsTests
{
    [Fact]
    public void Without_a_word_the_sessions_region_is_asked_and_the_others_named()
    {
        var regions = Choose([], "us-east-1");

        Assert.Equal(["us-east-1"], regions.Asked);
        Assert.Equal(15, regions.NotAsked.Count);
        Assert.Contains("-Region *", regions.Warning);
    }

    [Fact]
    public void What_is_named_is_asked_in_the_order_given_and_once() =>
        Assert.Equal(["eu-west-1", "ap-east-1"], Choose(["eu-west-1", "AP-East-1", "eu-west-1"], "us-east-1").Asked);

    [Fact]
    public void A_star_is_every_region_of_Incident_Manager()
    {
        var regions = Choose(["*"], "us-east-1");

        Assert.Equal(IncidentManagerRegions.All, regions.Asked);
        Assert.Null(regions.Warning);
    }

    [Fact]
    public void A_wildcard_chooses_among_them() =>
        Assert.Equal(["eu-west-1", "eu-west-2", "eu-west-3", "us-east-1"], Choose(["EU-west-?", "us-east-1"], "us-east-1").Asked);

    [Fact]
    public void A_region_that_the_list_does_not_hold_is_asked_all_the_same() =>
        Assert.Equal(["mars-north-1"], Choose(["mars-north-1"], null).Asked);

    [Theory]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    public void Other_partitions_have_no_regions_to_name(string session)
    {
        var regions = Choose([], session);

        Assert.Equal([session], regions.Asked);
        Assert.Null(regions.Warning);
    }

    private static HistoryRegions Choose(IReadOnlyList<string> wanted, string? session) =>
        HistoryRegions.Choose(wanted, session);
}
