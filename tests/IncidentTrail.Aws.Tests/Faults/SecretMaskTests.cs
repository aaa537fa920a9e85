using IncidentTrail.Aws.Faults;

namespace IncidentTrail.Aws.Tests.Faults;

/// <summary>What may be a secret is masked in a program's words; what people look for in them is not.</summary>
public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("key wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY was refused", "key *** was refused")]
    [InlineData("aws_secret_access_key=short", "aws_secret_access_key=***")]
    [InlineData("no such file: /usr/local/Library/Acme/credential-helpers/sign-in", "no such file: /usr/local/Library/Acme/credential-helpers/sign-in")]
    [InlineData("request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 failed", "request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 failed")]
    [InlineData("ARN:AWS:IAM::111122223333:ROLE/READERS-OF-THE-ARCHIVE-OF-2026", "ARN:AWS:IAM::111122223333:ROLE/READERS-OF-THE-ARCHIVE-OF-2026")]
    public void Long_texts_of_all_kinds_of_characters_and_named_ones_are_masked(string words, string shown) =>
        Assert.Equal(shown, SecretMask.Of(words));
}
