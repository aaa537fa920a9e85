using IncidentTrail.Aws.S3;

namespace IncidentTrail.Aws.Tests.S3;

/// <summary>Which entity tags may be of one version: some servers leave the quotes out, in lists or in answers, or tell none.</summary>
public sealed class ObjectHeadersTests
{
    [Theory]
    [InlineData("\"a-1\"", "\"a-1\"", true)]
    [InlineData("\"a-1\"", "a-1", true)]
    [InlineData("a-1", "\"a-1\"", true)]
    [InlineData(null, "a-1", true)]
    [InlineData("a-1", null, true)]
    [InlineData("\"a-1\"", "\"a-2\"", false)]
    public void Tags_are_compared_without_their_quotes(string? told, string? other, bool isSame) =>
        Assert.Equal(isSame, ObjectHeaders.IsSameTag(told, other));
}
