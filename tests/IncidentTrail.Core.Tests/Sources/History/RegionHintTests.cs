using IncidentTrail.Sources.History;

namespace IncidentTrail.Tests.Sources.History;

public sealed class RegionHintTests
{
    public static TheoryData<string> Known => [.. IncidentManagerRegions.All, .. IncidentManagerRegions.Others];

    [Theory]
    [InlineData("mars-1", "No Region is called mars-1; their names read like us-east-1. It is used as written.")]
    [InlineData("virginia", "their names read like us-east-1")]
    [InlineData("europe-west-1", "their names read like us-east-1")]
    [InlineData("us-moon-1", "their names read like us-east-1")]
    [InlineData("us east", "No Region is called us east; -Region us-east-* finds those that begin so.")]
    [InlineData("US_West", "-Region us-west-* finds")]
    [InlineData("US  East  1", "us-east-1 was likely meant")]
    [InlineData("mx-central1", "mx-central-1 was likely meant")]
    [InlineData("il-centrla-1", "il-central-1 was likely meant")]
    [InlineData("mx-cental-1", "mx-central-1 was likely meant")]
    [InlineData("us-gov-west-1a", "us-gov-west-1 was likely meant")]
    [InlineData("us-west-2-lax-1a", "us-west-2 was likely meant")]
    [InlineData("us-eest-1", "did you mean 'us-east-1'?")]
    [InlineData("us-east-1a", "did you mean 'us-east-1'?")]
    public void What_no_Region_is_called_is_said(string typed, string said) =>
        Assert.Contains(said, RegionHint.For(typed));

    [Theory, MemberData(nameof(Known))]
    public void No_Region_that_is_known_is_spoken_of_or_looks_misspelt(string region)
    {
        Assert.Null(RegionHint.For(region));
        Assert.Null(RegionName.Doubt(region));
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("EU-West-1")]
    [InlineData("eu-south-1")]
    [InlineData("zz-northeast-17")]
    [InlineData("us-isob-east-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("cn-northwest-1")]
    [InlineData("mx-central-1")]
    [InlineData("mars-*")]
    [InlineData("us-east-1,mx-central-1")]
    public void What_may_be_one_is_not_spoken_of(string typed) => Assert.Null(RegionHint.For(typed));
}
