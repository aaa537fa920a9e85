using IncidentTrail.Aws.History;

namespace IncidentTrail.Aws.Tests.History;

public sealed class AccessKeyAccountTests
{
    [Theory]
    [InlineData("ASIAKEY1", null)]
    [InlineData("AKIAIOSFODNN7EXAMPLE", null)]
    [InlineData("AKIAEXAMPLEEXAMPLE01", null)]
    [InlineData("ASIARTX3GSDS2VEXAMPL", "111122223333")]
    [InlineData("ASIAQNZGKIQYQAEXAMPL", "029608264753")]
    public void A_key_of_the_newer_form_tells_its_account(string key, string? account) =>
        Assert.Equal(account, AccessKeyAccount.Of(key));
}
